using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
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
        var page = ListPage.OfSize(context, PageSize);
        var withDisabled = WithDisabled(query["include_disabled"].ToString());
        var workspace = caller.WorkspaceId;
        if (query.TryGetValue("workspace_id", out var asked))
        {
            workspace = lookup.Workspace(asked.ToString())
                ?? throw Refusal.Invalid($"There is no workspace '{asked}'. GET /api/v1/workspaces lists those there are, with their ids.");
        }

        // Who does not administer the workspace sees the keys that are his.
        var all = policy.RoleOf(caller, workspace) == MemberRole.Admin;
        var keys = page.Take(lookup.All(workspace)
            .Where(known => all || known.Key.CreatorUserId == caller.User?.Id)
            .Where(known => withDisabled || !known.Key.Disabled)
            .Select(known => KeyRecords.Of(known, lookup.Today)));
        return WireResponse.WriteAsync(context, new DataResponse<IReadOnlyList<KeyRecord>>(keys), WireJson.Default.DataResponseIReadOnlyListKeyRecord);
    }

    // A boolean as a text, the document says.
    private static bool WithDisabled(string text) => text switch
    {
        "" => false,
        _ when bool.TryParse(text, out var value) => value,
        _ => throw Refusal.Invalid($"'include_disabled' is '{text}'; it can be true or false."),
    };

    private Task ShowAsync(HttpContext context, Caller caller) => lookup.WriteAsync(context, lookup.Find(context));
}
