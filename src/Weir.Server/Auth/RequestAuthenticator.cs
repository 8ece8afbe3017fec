using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Weir.Ledger.Keys;

namespace Weir.Server.Auth;

/// <summary>Finds out who is calling: by the key, in any header that a client of the supported APIs puts it in; for the console, by its session.</summary>
/// <param name="anonymousSender">Who sends spans without a key on a loopback address; null: nobody.</param>
internal sealed class RequestAuthenticator(KeyDirectory keys, TimeProvider time, Func<Caller?> anonymousSender)
{
    private const string Bearer = "Bearer ";
    private const string AnthropicHeader = "x-api-key";
    private const string OtlpHeader = "api_key";

    /// <summary>Every header that may carry a key.</summary>
    public static ImmutableArray<string> KeyHeaders { get; } = [HeaderNames.Authorization, AnthropicHeader, OtlpHeader];

    /// <summary>The caller; null when there is no key or it is not let in.</summary>
    public Caller? Authenticate(HttpContext context)
    {
        if (ConsoleRequest.Of(context) is { } console)
        {
            return console.Session?.Caller;
        }

        return FindKey(context.Request.Headers) is { } key ? keys.Authenticate(key, time.GetUtcNow()) : null;
    }

    /// <summary>The caller of a request that sends spans: without a key too, where the operator opened that.</summary>
    public Caller? AuthenticateSender(HttpContext context)
    {
        if (ConsoleRequest.Of(context) is not null)
        {
            return null;
        }

        if (FindKey(context.Request.Headers) is { } key)
        {
            return keys.Authenticate(key, time.GetUtcNow());
        }

        // The address that was bound, not the sender's: a proxy's connection comes from loopback too.
        return context.Connection.LocalIpAddress is { } bound && IPAddress.IsLoopback(bound) ? anonymousSender() : null;
    }

    /// <summary>The text of the key; null when no header carries one.</summary>
    /// <remarks>
    /// <c>Authorization: Bearer sk-or-v1-…</c> wins; then the bare key there, as <c>arize.otel</c> sends it; then
    /// <c>x-api-key</c> (Anthropic clients) and <c>api_key</c> (OTLP exporters).
    /// </remarks>
    public static string? FindKey(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString().Trim();

        // The word alone is no key: Xcode sends it beside the header that its user named.
        if (authorization.Length > 0 && !authorization.Equals(Bearer.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : authorization;
        }

        return First(headers[AnthropicHeader]) ?? First(headers[OtlpHeader]);
    }

    private static string? First(Microsoft.Extensions.Primitives.StringValues values) =>
        values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]) ? values[0]!.Trim() : null;
}
