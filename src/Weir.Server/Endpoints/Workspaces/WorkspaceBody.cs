using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Reads what a workspace is to be.</summary>
internal static partial class WorkspaceBody
{
    private const int LongestSlug = 50;
    private const int LongestModel = 200;

    private static readonly string[] Defaults = ["default_text_model", "default_image_model", "default_provider_sort"];

    // Settings of the API whose effect is not there yet: only what leaves them as they are is taken.
    private static readonly string[] Coming =
    [
        "is_observability_broadcast_enabled", "is_data_discount_logging_enabled",
    ];

    /// <exception cref="GatewayException">400: members that cannot be set. 501: a setting that has no effect yet.</exception>
    public static async Task<ManagementBody> ReadAsync(HttpContext context)
    {
        var body = await ManagementBody.ReadAsync(context, ["name", "slug", "description", .. Defaults, .. LoggingBody.Members, .. Coming]);
        if (Array.Find(Coming, name => body.Has(name) && !LeavesAsItIs(body, name)) is { } setting)
        {
            throw Refusal.NotBuilt($"The workspace setting '{setting}'");
        }

        return body;
    }

    private static bool LeavesAsItIs(ManagementBody body, string setting) => setting switch
    {
        _ when setting.StartsWith("is_", StringComparison.Ordinal) => body.Flag(setting) is not true,
        _ => body.IsNull(setting),
    };

    /// <summary>A workspace with the routing defaults of a body; what the body does not name stays.</summary>
    /// <exception cref="GatewayException">400: a model without an author, or another word than sorts.</exception>
    public static WorkspaceRow WithRouting(WorkspaceRow workspace, ManagementBody body) => workspace with
    {
        DefaultTextModel = body.Has("default_text_model") ? Model(body, "default_text_model") : workspace.DefaultTextModel,
        DefaultImageModel = body.Has("default_image_model") ? Model(body, "default_image_model") : workspace.DefaultImageModel,
        DefaultProviderSort = body.Has("default_provider_sort") ? Sort(body) : workspace.DefaultProviderSort,
    };

    // Whether it is there is not asked: catalogues change, and a request that needs the model says so.
    private static string? Model(ManagementBody body, string name) => body.Text(name, LongestModel) is not { } slug || slug.Contains('/')
        ? body.Text(name)
        : throw Refusal.Invalid($"'{name}' is '{slug}'; it must be author/slug, for example \"acme/small\". GET /api/v1/models lists those there are.");

    private static string? Sort(ManagementBody body) => body.Text("default_provider_sort") is not { } word || SortWords.All.Contains(word)
        ? body.Text("default_provider_sort")
        : throw Refusal.Invalid($"'default_provider_sort' is '{word}'; it must be one of {string.Join(", ", SortWords.All)}.");

    public static string Slug(ManagementBody body)
    {
        var slug = body.RequiredText("slug", LongestSlug);
        return SlugForm().IsMatch(slug)
            ? slug
            : throw Refusal.Invalid($"'slug' is '{slug}'; it can have lowercase letters and digits, and single hyphens between them, for example \"research-team\".");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
