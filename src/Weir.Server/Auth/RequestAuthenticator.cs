using System.Net;
using Microsoft.AspNetCore.Http;
using Weir.Ledger.Keys;

namespace Weir.Server.Auth;

/// <summary>Finds the key of a request, in any header that a client of the supported APIs puts it in, and whose it is.</summary>
/// <param name="anonymousSender">Who sends spans without a key on a loopback address; null: nobody.</param>
internal sealed class RequestAuthenticator(KeyDirectory keys, TimeProvider time, Caller? anonymousSender)
{
    private const string Bearer = "Bearer ";

    /// <summary>The caller; null when there is no key or it is not let in.</summary>
    public Caller? Authenticate(IHeaderDictionary headers) =>
        FindKey(headers) is { } key ? keys.Authenticate(key, time.GetUtcNow()) : null;

    /// <summary>The caller of a request that sends spans: without a key too, where the operator opened that.</summary>
    public Caller? AuthenticateSender(HttpContext context)
    {
        if (FindKey(context.Request.Headers) is { } key)
        {
            return keys.Authenticate(key, time.GetUtcNow());
        }

        // The address that was bound, not the sender's: a proxy's connection comes from loopback too.
        return context.Connection.LocalIpAddress is { } bound && IPAddress.IsLoopback(bound) ? anonymousSender : null;
    }

    /// <summary>The text of the key; null when no header carries one.</summary>
    /// <remarks>
    /// <c>Authorization: Bearer sk-or-v1-…</c> wins; then the bare key there, as <c>arize.otel</c> sends it; then
    /// <c>x-api-key</c> (Anthropic clients) and <c>api_key</c> (OTLP exporters).
    /// </remarks>
    public static string? FindKey(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString().Trim();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : authorization;
        }

        return First(headers["x-api-key"]) ?? First(headers["api_key"]);
    }

    private static string? First(Microsoft.Extensions.Primitives.StringValues values) =>
        values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]) ? values[0]!.Trim() : null;
}
