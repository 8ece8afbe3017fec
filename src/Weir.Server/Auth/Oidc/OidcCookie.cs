using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Weir.Server.Auth.Oidc;

/// <summary>The cookie of a sign-in under way: for its own two addresses alone, and for ten minutes.</summary>
/// <remarks>Lax, since the browser comes back from another site; it lets nobody in by itself.</remarks>
internal static class OidcCookie
{
    public const string Path = "/auth/oidc";

    private const string Name = "weir_oidc";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpContext context, string value, bool isSecure) => Set(context, value, SignInTickets.Lifetime, isSecure);

    public static void Clear(HttpContext context, bool isSecure) => Set(context, "", TimeSpan.Zero, isSecure);

    private static void Set(HttpContext context, string value, TimeSpan lifetime, bool isSecure) => context.Response.Headers.Append(
        HeaderNames.SetCookie,
        new SetCookieHeaderValue(Name, value) { HttpOnly = true, SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax, Path = Path, MaxAge = lifetime, Secure = isSecure }.ToString());
}
