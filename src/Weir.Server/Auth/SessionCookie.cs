using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Weir.Server.Auth;

/// <summary>The cookie that carries a session: for the console's paths alone, out of reach of scripts and of other sites.</summary>
internal static class SessionCookie
{
    private const string Name = "weir_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpContext context, string token, TimeSpan lifetime) => Write(context, token, lifetime, IsSecure(context.Request));

    /// <summary>The same, where it is known how the browser got here.</summary>
    public static void Write(HttpContext context, string token, TimeSpan lifetime, bool isSecure) => Set(context, token, lifetime, isSecure);

    public static void Clear(HttpContext context) => Set(context, "", TimeSpan.Zero, IsSecure(context.Request));

    private static void Set(HttpContext context, string value, TimeSpan lifetime, bool isSecure) => context.Response.Headers.Append(
        HeaderNames.SetCookie,
        new SetCookieHeaderValue(Name, value)
        {
            HttpOnly = true,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Strict,
            Path = ConsoleGate.Prefix,
            MaxAge = lifetime,
            Secure = isSecure,
        }.ToString());

    // Weir itself speaks plain HTTP; behind a proxy it is the browser that says how it got here.
    private static bool IsSecure(HttpRequest request) =>
        request.IsHttps || request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
