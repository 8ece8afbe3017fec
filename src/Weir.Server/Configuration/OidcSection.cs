using System.Collections.Immutable;
using System.Net;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>oidc</c> of <c>weir.json</c>; without it nobody signs in that way.</summary>
internal static class OidcSection
{
    /// <summary>The path that browsers come back to.</summary>
    public const string CallbackPath = "/auth/oidc/callback";

    private const string IssuerExample = "https://login.example.com";
    private const string RedirectExample = "https://weir.example.com" + CallbackPath;
    private const int LongestSessionHours = 30 * 24;

    public static OidcConfiguration? Read(ConfigNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var admins = node.Object("admins");
        var configuration = new OidcConfiguration
        {
            Issuer = SafeUrl(node, "issuer", IssuerExample)?.Text ?? IssuerExample,
            ClientId = node.RequiredText("client_id", "weir"),
            ClientSecretEnv = node.Text("client_secret_env", "WEIR_OIDC_SECRET"),
            RedirectUri = Redirect(node),
            Scopes = Scopes(node),
            AllowedDomains = node.Texts("allowed_domains", "example.com") ?? [],
            AdminClaim = admins?.RequiredText("claim", "groups"),
            AdminValues = admins is null ? [] : Values(admins),
            GroupsClaim = node.Text("groups_claim", "groups"),
            Provisioning = node.Flag("provisioning", fallback: true),
            SessionLifetime = TimeSpan.FromHours(Hours(node)),
        };
        configuration = node.Text("name", "Example") is { Length: > 0 } name ? configuration with { Name = name } : configuration;
        admins?.Finish();
        node.Finish();
        return configuration;
    }

    /// <summary>Whether secrets may travel to an address: over https, or within this machine.</summary>
    public static bool IsSafe(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address))));

    private static (string Text, Uri Url)? SafeUrl(ConfigNode node, string name, string example)
    {
        var text = node.RequiredText(name, example);
        if (text.Length == 0)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && IsSafe(url) && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0)
        {
            return (text, url);
        }

        node.Report(name, $"is \"{text}\"; it must be an https address (http on this machine only), for example \"{example}\"");
        return null;
    }

    private static Uri Redirect(ConfigNode node)
    {
        var fallback = new Uri(RedirectExample);
        if (SafeUrl(node, "redirect_uri", RedirectExample) is not { } redirect)
        {
            return fallback;
        }

        if (redirect.Url.AbsolutePath == CallbackPath)
        {
            return redirect.Url;
        }

        node.Report("redirect_uri", $"is \"{redirect.Text}\"; its path must be {CallbackPath}, for example \"{RedirectExample}\"");
        return fallback;
    }

    private static ImmutableArray<string> Scopes(ConfigNode node)
    {
        var scopes = node.Texts("scopes", "openid") ?? ["openid", "email", "profile"];
        if (!scopes.Contains("openid"))
        {
            node.Report("scopes", "must have \"openid\" in it; for example [\"openid\", \"email\", \"profile\"]");
        }

        return scopes;
    }

    private static ImmutableArray<string> Values(ConfigNode admins)
    {
        var values = admins.Texts("values", "weir-admins") ?? [];
        if (values.IsEmpty)
        {
            admins.Report("values", "is missing or empty; for example [\"weir-admins\"]");
        }

        return values;
    }

    private static int Hours(ConfigNode node)
    {
        var hours = node.Number("session_hours", least: 1, example: 12) ?? 12;
        if (hours > LongestSessionHours)
        {
            node.Report("session_hours", $"is {hours}; a session lasts {LongestSessionHours} hours at most");
        }

        return Math.Min(hours, LongestSessionHours);
    }
}
