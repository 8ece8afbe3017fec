using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Keys;

namespace Weir.Server.Endpoints.Management;

/// <summary>Makes, changes and removes keys; each is in force when its answer is sent.</summary>
internal sealed class KeyWriteEndpoints(KeyRegistrar registrar, KeyLookup lookup, KeyDrafts drafts, ManagementEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapPost(root + "/keys", edge.Guard(CreateAsync));
            _ = routes.MapPatch(root + "/keys/{hash}", edge.Guard(ChangeAsync, lookup.Shown));
            _ = routes.MapDelete(root + "/keys/{hash}", edge.Guard(DeleteAsync));
        }
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("name", "limit", "limit_reset", "include_byok_in_limit", "expires_at", "creator_user_id", "workspace_id");
        var (row, key) = await registrar.CreateAsync(drafts.Read(body, caller), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new CreatedKeyResponse { Data = lookup.Show(row.Hash), Key = key },
            WireJson.Default.CreatedKeyResponse,
            StatusCodes.Status201Created);
    }

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
