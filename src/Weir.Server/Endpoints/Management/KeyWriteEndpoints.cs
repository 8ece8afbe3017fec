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

/// <summary>Makes, changes and removes keys; each is in force when its answer is sent.</summary>
internal sealed class KeyWriteEndpoints(KeyRegistrar registrar, KeyLookup lookup, AccessPolicy policy, ManagementEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapPost(root + "/keys", edge.Guard(CreateAsync));
            _ = routes.MapPatch(root + "/keys/{hash}", edge.Guard(ChangeAsync));
            _ = routes.MapDelete(root + "/keys/{hash}", edge.Guard(DeleteAsync));
        }
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("name", "limit", "limit_reset", "include_byok_in_limit", "expires_at", "creator_user_id", "workspace_id");
        var draft = new KeyDraft
        {
            Name = body.RequiredName(),
            WorkspaceId = WorkspaceOf(body, caller),
            Limit = body.Money("limit"),
            LimitReset = body.Reset(),
            IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? false,
            ExpiresAt = body.UtcTime("expires_at"),
            CreatorUserId = CreatorOf(body, caller),
        };
        var (row, key) = await registrar.CreateAsync(draft, context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new CreatedKeyResponse { Data = lookup.Show(row.Hash), Key = key },
            WireJson.Default.CreatedKeyResponse,
            StatusCodes.Status201Created);
    }

    // A user's key is the user's, whatever the body says: it goes with the user.
    private static string? CreatorOf(ManagementBody body, Caller caller)
    {
        if (caller.User is not { } user)
        {
            return body.Text("creator_user_id");
        }

        return body.Text("creator_user_id") is { } named && named != user.Id && caller.Key.Kind != KeyKind.Management
            ? throw Refusal.Denied("Only administrators of the organisation can make keys in another user's name.")
            : body.Text("creator_user_id") ?? user.Id;
    }

    private Guid? WorkspaceOf(ManagementBody body, Caller caller)
    {
        var workspace = NamedWorkspace(body) ?? (caller.User is null ? null : caller.WorkspaceId);
        if (caller.User is not null && workspace is { } id)
        {
            policy.Require(caller, id, MemberRole.Member);
        }

        return workspace;
    }

    private Guid? NamedWorkspace(ManagementBody body) => body.Text("workspace_id") is not { } text
        ? null
        : lookup.Workspace(text)
            ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"There is no workspace '{text}'. Leave 'workspace_id' out for the default one."));

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = lookup.Find(context).Key;
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("name", "disabled", "limit", "limit_reset", "include_byok_in_limit");
        var changed = known with
        {
            Name = body.Has("name") ? body.RequiredName() : known.Name,
            Disabled = body.Flag("disabled") ?? known.Disabled,
            Limit = body.Has("limit") ? body.Money("limit") : known.Limit,
            LimitReset = body.Has("limit_reset") ? body.Reset() : known.LimitReset,
            IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? known.IncludeByokInLimit,
            UpdatedAt = time.GetUtcNow(),
        };
        await registrar.SaveAsync(changed, context.RequestAborted);
        await lookup.WriteAsync(context, lookup.Find(context));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await registrar.DeleteAsync(lookup.Find(context).Key.Hash, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }
}
