using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Byok;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Workspaces;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Keeps provider credentials that requests are sent with beside, or instead of, the server's own.</summary>
internal sealed class ByokEndpoints(
    ProviderKeyRegistrar registrar, WorkspaceDirectory workspaces, Guid defaultWorkspace, KeyDirectory keys, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/v1/byok";
    private const int LongestKey = 65_536;
    private const int LongestName = 255;

    private static readonly string[] Changeable = ["key", "name", "disabled", "is_fallback", "allowed_models", "allowed_api_key_hashes", "allowed_user_ids"];

    private readonly ProviderKeyLookup _lookup = new(registrar);
    private readonly ProviderKeyBody _body = new(workspaces, defaultWorkspace, keys);
    private readonly ProviderKeyFilter _filter = new(new WorkspaceLookup(workspaces), defaultWorkspace);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ListAsync);
        edge.Post(routes, Path, CreateAsync);
        edge.Get(routes, Path + "/{id}", ShowAsync);
        edge.Patch(routes, Path + "/{id}", ChangeAsync);
        edge.Delete(routes, Path + "/{id}", DeleteAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var all = _filter.Apply(context, registrar.All);
        return WireResponse.WriteAsync(
            context,
            new ProviderKeyListResponse([.. ListPage.Of(context).Take(all).Select(ProviderKeyRecords.Of)], all.Length),
            WireJson.Default.ProviderKeyListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => ProviderKeyRecords.WriteAsync(context, _lookup.Find(context));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, [.. Changeable, "provider", "workspace_id"]);
        var draft = new ProviderKeyRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Provider = ProviderKeyBody.Slug(body),
            Sealed = "",
            Label = "",
            Name = body.Text("name", LongestName),
            WorkspaceId = _body.Workspace(body),
            Disabled = body.Flag("disabled") ?? false,
            IsFallback = body.Flag("is_fallback") ?? false,
            AllowedModels = ProviderKeyBody.List(body, "allowed_models", known: null),
            AllowedKeyHashes = _body.Hashes(body, known: null),
            AllowedUserIds = ProviderKeyBody.List(body, "allowed_user_ids", known: null),
            CreatedAt = time.GetUtcNow(),
        };
        var secret = ProviderKeyBody.Secret(body, LongestKey);
        await ProviderKeyRecords.WriteAsync(context, await registrar.AddAsync(draft, secret, context.RequestAborted), StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await ManagementBody.ReadAsync(context, Changeable);
        var secret = body.Has("key") ? ProviderKeyBody.Secret(body, LongestKey) : null;
        var changed = await registrar.ChangeAsync(
            known.Id,
            current => Change(known = current ?? throw ProviderKeyLookup.Missing(known.Id.ToString()), body),
            secret,
            context.RequestAborted);
        ChangeNote.Add(context, ProviderKeyLookup.Shown(known), ProviderKeyLookup.Shown(changed));
        await ProviderKeyRecords.WriteAsync(context, changed);
    }

    private ProviderKeyRow Change(ProviderKeyRow row, ManagementBody body) => row with
    {
        Name = body.Has("name") ? body.Text("name", LongestName) : row.Name,
        Disabled = body.Flag("disabled") ?? row.Disabled,
        IsFallback = body.Flag("is_fallback") ?? row.IsFallback,
        AllowedModels = ProviderKeyBody.List(body, "allowed_models", row.AllowedModels),
        AllowedKeyHashes = _body.Hashes(body, row.AllowedKeyHashes),
        AllowedUserIds = ProviderKeyBody.List(body, "allowed_user_ids", row.AllowedUserIds),
    };

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await registrar.DeleteAsync(_lookup.Find(context).Id, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }
}
