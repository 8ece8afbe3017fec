using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Contents;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Reads what a workspace is to be; what the body leaves out stays as it is.</summary>
internal sealed partial class WorkspaceBody(ManagementBody body)
{
    private const int LongestName = 100;
    private const int LongestDescription = 500;
    private const int LongestSlug = 50;
    private const int LongestModel = 200;

    private static readonly string[] Defaults = ["default_text_model", "default_image_model", "default_provider_sort"];

    // Settings of the API whose effect is not there yet: only what leaves them as they are is taken.
    private static readonly string[] Coming =
    [
        "is_observability_broadcast_enabled", "is_data_discount_logging_enabled",
    ];

    /// <exception cref="GatewayException">400: members that cannot be set. 501: a setting that has no effect yet.</exception>
    public static async Task<WorkspaceBody> ReadAsync(HttpContext context)
    {
        var body = await ManagementBody.ReadAsync(context, ["name", "slug", "description", .. Defaults, .. LoggingBody.Members, .. Coming]);
        if (Array.Find(Coming, name => body.Has(name) && !LeavesAsItIs(body, name)) is { } setting)
        {
            throw Refusal.NotBuilt($"The workspace setting '{setting}'");
        }

        return new WorkspaceBody(body);
    }

    /// <summary>A new workspace.</summary>
    /// <exception cref="GatewayException">400: a member that is missing or wrong.</exception>
    public WorkspaceRow Create(DateTimeOffset now, string createdBy) => WithRouting(new WorkspaceRow
    {
        Id = Guid.CreateVersion7(now),
        Name = Name(),
        Slug = Slug(),
        Description = Description(),
        Logging = LoggingBody.Read(body, LoggingPolicy.Off),
        CreatedAt = now,
        CreatedBy = createdBy,
    });

    /// <summary>A workspace with the changes.</summary>
    /// <exception cref="GatewayException">400: a member that is wrong.</exception>
    public WorkspaceRow Change(WorkspaceRow workspace) => WithRouting(workspace with
    {
        Name = body.Has("name") ? Name() : workspace.Name,
        Slug = body.Has("slug") ? Slug() : workspace.Slug,
        Description = body.Has("description") ? Description() : workspace.Description,
        Logging = LoggingBody.Read(body, workspace.Logging),
    });

    private static bool LeavesAsItIs(ManagementBody body, string setting) => setting switch
    {
        _ when setting.StartsWith("is_", StringComparison.Ordinal) => body.Flag(setting) is not true,
        _ => body.IsNull(setting),
    };

    private WorkspaceRow WithRouting(WorkspaceRow workspace) => workspace with
    {
        DefaultTextModel = body.Has("default_text_model") ? Model("default_text_model") : workspace.DefaultTextModel,
        DefaultImageModel = body.Has("default_image_model") ? Model("default_image_model") : workspace.DefaultImageModel,
        DefaultProviderSort = body.Has("default_provider_sort") ? Sort() : workspace.DefaultProviderSort,
    };

    private string Name() => body.RequiredText("name", LongestName);

    private string? Description() => body.Text("description", LongestDescription);

    // Whether it is there is not asked: catalogues change, and a request that needs the model says so.
    private string? Model(string name) => body.Text(name, LongestModel) is not { } slug || slug.Contains('/')
        ? body.Text(name)
        : throw Refusal.Invalid($"'{name}' is '{slug}'; it must be author/slug, for example \"acme/small\". GET /api/v1/models lists those there are.");

    private string? Sort() => body.Text("default_provider_sort") is not { } word || SortWords.All.Contains(word)
        ? body.Text("default_provider_sort")
        : throw Refusal.Invalid($"'default_provider_sort' is '{word}'; it must be one of {string.Join(", ", SortWords.All)}.");

    private string Slug()
    {
        var slug = body.RequiredText("slug", LongestSlug);
        if (slug == WorkspaceLookup.EveryWorkspace)
        {
            throw Refusal.Invalid($"'slug' cannot be '{slug}': lists take that for every workspace. Choose another one, for example \"{slug}-teams\".");
        }

        return SlugForm().IsMatch(slug)
            ? slug
            : throw Refusal.Invalid(
                $"'slug' is '{slug}'; it can have lowercase letters and digits, and single hyphens between them, for example \"research-team\".");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
