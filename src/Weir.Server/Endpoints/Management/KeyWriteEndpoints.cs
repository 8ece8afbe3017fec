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
            _ = routes.MapPatch(root + "/keys/{hash}", edge.Guard(ChangeAsync));
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
        var known = lookup.Find(context);
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("name", "disabled", "limit", "limit_reset", "include_byok_in_limit");
        var changed = await registrar.ChangeAsync(
            known.Key.Hash,
            current =>
            {
                known = known with { Key = current ?? throw KeyLookup.Missing(known.Key.Hash.ToString()) };
                return Change(current, body);
            },
            context.RequestAborted);
        ChangeNote.Add(context, lookup.Shown(known), lookup.Shown(changed));
        await lookup.WriteAsync(context, changed);
    }

    private KeyRow Change(KeyRow key, ManagementBody body) => key with
    {
        Name = body.Has("name") ? body.RequiredName() : key.Name,
        Disabled = body.Flag("disabled") ?? key.Disabled,
        Limit = body.Has("limit") ? body.Money("limit") : key.Limit,
        LimitReset = body.Has("limit_reset") ? body.Reset() : key.LimitReset,
        IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? key.IncludeByokInLimit,
        UpdatedAt = time.GetUtcNow(),
    };

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await registrar.DeleteAsync(lookup.Find(context).Key.Hash, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }
}
