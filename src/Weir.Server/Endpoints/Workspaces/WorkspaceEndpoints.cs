using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Lists, makes, changes and removes workspaces.</summary>
internal sealed partial class WorkspaceEndpoints(
    WorkspaceRegistrar registrar,
    WorkspaceDirectory directory,
    KeyDirectory keys,
    ILedgerStore ledger,
    ManagementEdge edge,
    TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestSlug = 50;
    private const int LongestDescription = 500;

    // Settings of the API whose effect is not there yet: only what leaves them as they are is taken.
    private static readonly string[] Coming =
    [
        "default_text_model", "default_image_model", "default_provider_sort", "is_observability_broadcast_enabled", "is_observability_io_logging_enabled",
        "is_data_discount_logging_enabled", "io_logging_sampling_rate", "io_logging_api_key_ids",
    ];

    private readonly WorkspaceLookup _lookup = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/api/v1/workspaces", edge.Guard(ListAsync));
        _ = routes.MapPost("/api/v1/workspaces", edge.Guard(CreateAsync));
        _ = routes.MapGet("/api/v1/workspaces/{id}", edge.Guard(ShowAsync));
        _ = routes.MapPatch("/api/v1/workspaces/{id}", edge.Guard(ChangeAsync));
        _ = routes.MapDelete("/api/v1/workspaces/{id}", edge.Guard(DeleteAsync));
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var all = directory.All;
        return WireResponse.WriteAsync(
            context,
            new WorkspaceListResponse([.. ListPage.Of(context).Take(all).Select(WorkspaceRecords.Of)], all.Length),
            WireJson.Default.WorkspaceListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WriteAsync(context, _lookup.Find(context));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = Read(document, "name", "slug", "description");
        var now = time.GetUtcNow();
        var workspace = new WorkspaceRow
        {
            Id = Guid.CreateVersion7(now),
            Name = body.RequiredText("name", LongestName),
            Slug = SlugOf(body),
            Description = body.Text("description", LongestDescription),
            CreatedAt = now,
            CreatedBy = caller.Key.Label,
        };
        await SaveAsync(workspace, context);
        await WriteAsync(context, workspace, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        using var document = await ManagementEdge.ParseAsync(context);
        var body = Read(document, "name", "slug", "description");
        var changed = known with
        {
            Name = body.Has("name") ? body.RequiredText("name", LongestName) : known.Name,
            Slug = body.Has("slug") ? SlugOf(body) : known.Slug,
            Description = body.Has("description") ? body.Text("description", LongestDescription) : known.Description,
            UpdatedAt = time.GetUtcNow(),
        };
        await SaveAsync(changed, context);
        await WriteAsync(context, changed);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        if (workspace.Id == ledger.DefaultWorkspaceId)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.PermissionDenied, "The default workspace cannot be deleted."));
        }

        var now = time.GetUtcNow();
        if (keys.All.Count(known => known.WorkspaceId == workspace.Id && known.Key.IsActive(now)) is > 0 and var active)
        {
            throw Invalid($"Workspace '{workspace.Slug}' has {active} active keys. Disable or delete them first (GET /api/v1/keys?workspace_id={workspace.Id} lists them).");
        }

        await registrar.DeleteAsync(workspace.Id, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private async Task SaveAsync(WorkspaceRow workspace, HttpContext context)
    {
        if (!await registrar.TrySaveAsync(workspace, context.RequestAborted))
        {
            throw Invalid($"Another workspace has the slug '{workspace.Slug}'. Choose one that is free.");
        }
    }

    private static ManagementBody Read(JsonDocument document, params string[] allowed)
    {
        var body = ManagementBody.Parse(document);
        body.Allow([.. allowed, .. Coming]);
        if (Array.Find(Coming, name => body.Has(name) && !LeavesAsItIs(body, name)) is { } setting)
        {
            throw new GatewayException(GatewayError.NotBuilt($"The workspace setting '{setting}'"));
        }

        return body;
    }

    private static bool LeavesAsItIs(ManagementBody body, string setting) => setting switch
    {
        "io_logging_sampling_rate" => body.Number(setting) is null or 1,
        _ when setting.StartsWith("is_", StringComparison.Ordinal) => body.Flag(setting) is not true,
        _ => body.IsNull(setting),
    };

    private static string SlugOf(ManagementBody body)
    {
        var slug = body.RequiredText("slug", LongestSlug);
        return Slug().IsMatch(slug)
            ? slug
            : throw Invalid($"'slug' is '{slug}'; it can have lowercase letters and digits, and single hyphens between them, for example \"research-team\".");
    }

    private static Task WriteAsync(HttpContext context, WorkspaceRow workspace, int status = StatusCodes.Status200OK) => WireResponse.WriteAsync(
        context,
        new DataResponse<WorkspaceRecord>(WorkspaceRecords.Of(workspace)),
        WireJson.Default.DataResponseWorkspaceRecord,
        status);

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
