using System.Collections.Immutable;

namespace Weir.Gateway.Pipeline;

/// <summary>The request headers that the gateway reads; no other header has any effect.</summary>
public sealed record InboundHeaders
{
    /// <summary>The text of the key; null when no header carries one.</summary>
    public string? Key { get; init; }

    public string? TraceParent { get; init; }
    public string? TraceState { get; init; }

    /// <summary><c>HTTP-Referer</c>, else <c>Referer</c>.</summary>
    public string? HttpReferer { get; init; }

    /// <summary><c>X-OpenRouter-Title</c>, else <c>X-Title</c>.</summary>
    public string? AppTitle { get; init; }

    /// <summary><c>X-OpenRouter-Categories</c>: what the app is for, separated by commas.</summary>
    public string? AppCategories { get; init; }

    public string? UserAgent { get; init; }

    /// <summary><c>x-session-id</c>; the body's <c>session_id</c> wins over it.</summary>
    public string? SessionId { get; init; }

    /// <summary>
    /// <c>x-anthropic-beta</c>, else <c>anthropic-beta</c>, as Anthropic's own clients send it: features of Anthropic that the caller switches on, separated by commas.
    /// </summary>
    public string? AnthropicBeta { get; init; }

    /// <summary><c>X-OpenRouter-Cache</c>: <c>true</c> asks for the response cache.</summary>
    public string? Cache { get; init; }

    /// <summary><c>X-OpenRouter-Cache-TTL</c>: seconds.</summary>
    public string? CacheTimeToLive { get; init; }

    /// <summary><c>X-OpenRouter-Cache-Clear</c>: <c>true</c> has the model asked again.</summary>
    public string? CacheClear { get; init; }

    /// <summary><c>X-OpenRouter-Metadata: enabled</c>: the answer says how it was routed.</summary>
    public bool WantsMetadata { get; init; }

    /// <summary><c>x-sim-*</c>: for the built-in simulator alone.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Simulator { get; init; } = [];
}
