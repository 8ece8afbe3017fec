using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Console;

/// <summary>The console's one HTML file, answered for every page with a nonce of its own and the policy that holds scripts down.</summary>
internal sealed class ConsoleIndex
{
    private const string Placeholder = "__CSP_NONCE__";
    private const int NonceBytes = 16;

    private readonly string[] _parts;

    public ConsoleIndex(byte[] html) => _parts = Encoding.UTF8.GetString(html).Split(Placeholder);

    /// <summary>Answers a GET or HEAD request with the page.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var html = Encoding.UTF8.GetBytes(string.Join(nonce, _parts));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(nonce);
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length;
        await context.Response.Body.WriteAsync(html, context.RequestAborted);
    }

    // Scripts come from this server's files alone, and text of models can neither become markup nor call out.
    private static string PolicyOf(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
}
