namespace Weir.Server.Endpoints.Console;

/// <summary>The address of a sign-in link: <c>http://127.0.0.1:8400/login?next=/traces#token</c>.</summary>
/// <remarks>The token is in the fragment, which a browser keeps to itself: no log, proxy or link preview sees it.</remarks>
internal static class LoginAddress
{
    /// <param name="server">Scheme, host and port.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="next">The page to go on to; null: the first one. See <see cref="IsPage"/>.</param>
    public static Uri Of(Uri server, string token, string? next) => new(server, $"/login{(next is null ? "" : $"?next={Escape(next)}")}#{token}");

    /// <summary>Whether a text is a path of this server, and cannot lead to another one.</summary>
    /// <remarks>Browsers read <c>//host</c> and <c>/\host</c> as another host, and skip control characters while they do.</remarks>
    public static bool IsPage(string path) =>
        path.StartsWith('/') && path.AsSpan(1) is not ['/' or '\\', ..] && !path.AsSpan().ContainsAnyInRange('\0', ' ');

    // A path stays readable.
    private static string Escape(string path) => Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}
