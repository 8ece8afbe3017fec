using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Byok;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Byok;

/// <summary>Keeps provider credentials of the operator's own. Requests do not use them yet: one that is to be used is refused by name.</summary>
internal sealed class ByokEndpoints(ProviderKeyRegistrar registrar, WorkspaceDirectory workspaces, KeyDirectory keys, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/v1/byok";
    private const int LongestKey = 65_536;
    private const int LongestSlug = 64;
    private const int LongestName = 255;
    private const int MostItems = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path, edge.Guard(ListAsync));
        _ = routes.MapPost(Path, edge.Guard(CreateAsync));
        _ = routes.MapGet(Path + "/{id}", edge.Guard(ShowAsync));
        _ = routes.MapPatch(Path + "/{id}", edge.Guard(ChangeAsync));
        _ = routes.MapDelete(Path + "/{id}", edge.Guard(DeleteAsync));
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var (workspace, provider) = (query["workspace_id"].ToString(), query["provider"].ToString());
        var all = registrar.All
            .Where(row => provider.Length == 0 || row.Provider == provider)
            .Where(row => workspace.Length == 0 || row.WorkspaceId is null || row.WorkspaceId.ToString() == workspace)
            .ToArray();
        return WireResponse.WriteAsync(
            context,
            new ProviderKeyListResponse([.. ListPage.Of(context).Take(all).Select(ProviderKeyRecords.Of)], all.Length),
            WireJson.Default.ProviderKeyListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WriteAsync(context, Find(context));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("provider", "key", "name", "workspace_id", "disabled", "is_fallback", "allowed_models", "allowed_api_key_hashes", "allowed_user_ids");
        var draft = new ProviderKeyRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Provider = SlugOf(body),
            Sealed = "",
            Label = "",
            Name = body.Text("name", LongestName),
            WorkspaceId = WorkspaceOf(body),
            Disabled = body.Flag("disabled") ?? false,
            IsFallback = body.Flag("is_fallback") ?? false,
            AllowedModels = ListOf(body, "allowed_models", known: null),
            AllowedKeyHashes = HashesOf(body, known: null),
            AllowedUserIds = ListOf(body, "allowed_user_ids", known: null),
            CreatedAt = time.GetUtcNow(),
        };
        var secret = body.RequiredText("key", LongestKey);
        RequireUnused(draft);
        await WriteAsync(context, await registrar.AddAsync(draft, secret, context.RequestAborted), StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = Find(context);
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("key", "name", "disabled", "is_fallback", "allowed_models", "allowed_api_key_hashes", "allowed_user_ids");
        var changed = known with
        {
            Name = body.Has("name") ? body.Text("name", LongestName) : known.Name,
            Disabled = body.Flag("disabled") ?? known.Disabled,
            IsFallback = body.Flag("is_fallback") ?? known.IsFallback,
            AllowedModels = ListOf(body, "allowed_models", known.AllowedModels),
            AllowedKeyHashes = HashesOf(body, known.AllowedKeyHashes),
            AllowedUserIds = ListOf(body, "allowed_user_ids", known.AllowedUserIds),
        };
        RequireUnused(changed);
        await WriteAsync(context, await registrar.ChangeAsync(changed, body.Has("key") ? body.RequiredText("key", LongestKey) : null, context.RequestAborted));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await registrar.DeleteAsync(Find(context).Id, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    // Who stores a credential expects requests to be sent with it.
    private static void RequireUnused(ProviderKeyRow row)
    {
        if (!row.Disabled)
        {
            throw new GatewayException(GatewayError.NotBuilt("Calling providers with stored credentials (a stored one must have \"disabled\": true; weir.json takes keys that are used)"));
        }
    }

    private ProviderKeyRow Find(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["id"]!;
        return registrar.All.FirstOrDefault(row => Guid.TryParse(text, out var id) && row.Id == id)
            ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no credential '{text}'. GET /api/v1/byok lists those there are."));
    }

    private static string SlugOf(ManagementBody body)
    {
        var slug = body.RequiredText("provider", LongestSlug);
        return slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? slug : throw Invalid($"'provider' is '{slug}'; it must be a provider's slug, for example \"openai\".");
    }

    private Guid? WorkspaceOf(ManagementBody body) => body.Text("workspace_id") is not { } text ? null
        : Guid.TryParse(text, out var id) && workspaces.Contains(id) ? id : throw Invalid($"There is no workspace '{text}'. Leave 'workspace_id' out for all of them.");

    private static ImmutableArray<string>? ListOf(ManagementBody body, string name, ImmutableArray<string>? known)
    {
        if (!body.Has(name))
        {
            return known;
        }

        return body.IsNull(name) ? null : [.. body.RequiredTexts(name, MostItems, LongestName)];
    }

    private ImmutableArray<string>? HashesOf(ManagementBody body, ImmutableArray<string>? known)
    {
        var hashes = ListOf(body, "allowed_api_key_hashes", known);
        return hashes?.FirstOrDefault(hash => !KeyHash.TryParse(hash, out var parsed) || keys.Find(parsed) is null) is { } unknown
            ? throw Invalid($"'allowed_api_key_hashes' names '{unknown}', and there is no such key. GET /api/v1/keys lists those there are.")
            : hashes;
    }

    private static Task WriteAsync(HttpContext context, ProviderKeyRow row, int status = StatusCodes.Status200OK) =>
        WireResponse.WriteAsync(context, new DataResponse<ProviderKeyRecord>(ProviderKeyRecords.Of(row)), WireJson.Default.DataResponseProviderKeyRecord, status);

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
