using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Reads what a workspace is to be.</summary>
internal static partial class WorkspaceBody
{
    private const int LongestSlug = 50;

    // Settings of the API whose effect is not there yet: only what leaves them as they are is taken.
    private static readonly string[] Coming =
    [
        "default_text_model", "default_image_model", "default_provider_sort", "is_observability_broadcast_enabled", "is_data_discount_logging_enabled",
    ];

    /// <exception cref="GatewayException">400: members that cannot be set. 501: a setting that has no effect yet.</exception>
    public static async Task<ManagementBody> ReadAsync(HttpContext context)
    {
        var body = await ManagementBody.ReadAsync(context, ["name", "slug", "description", .. LoggingBody.Members, .. Coming]);
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
