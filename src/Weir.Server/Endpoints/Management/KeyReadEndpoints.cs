using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Keys;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>Lists and shows keys.</summary>
internal sealed class KeyReadEndpoints(KeyLookup lookup, AccessPolicy policy, ManagementEdge edge)
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapGet(root + "/keys", edge.Guard(ListAsync));
            _ = routes.MapGet(root + "/keys/{hash}", edge.Guard(ShowAsync));
        }
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var offset = query.TryGetValue("offset", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number) : 0;
        var withDisabled = string.Equals(query["include_disabled"], "true", StringComparison.OrdinalIgnoreCase);
        var workspace = caller.WorkspaceId;
        if (query.TryGetValue("workspace_id", out var asked))
        {
            workspace = lookup.Workspace(asked.ToString()) ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no workspace '{asked}'."));
        }

        // Who does not administer the workspace sees the keys that are his.
        var all = policy.RoleOf(caller, workspace) == MemberRole.Admin;
        var keys = lookup.All(workspace)
            .Where(known => all || known.Key.CreatorUserId == caller.User?.Id)
            .Where(known => withDisabled || !known.Key.Disabled)
            .Skip(offset)
            .Take(PageSize)
            .Select(known => KeyRecords.Of(known, lookup.Today))
            .ToArray();
        return WireResponse.WriteAsync(context, new DataResponse<IReadOnlyList<KeyRecord>>(keys), WireJson.Default.DataResponseIReadOnlyListKeyRecord);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => lookup.WriteAsync(context, lookup.Find(context));
}
