using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A conversation to be answered, in the form of Anthropic's Messages API, by any model. <c>POST /messages</c>.</summary>
public sealed record MessagesRequest : WireRecord
{
    /// <summary><c>{"type":"ephemeral"}</c>, with <c>"ttl":"5m"</c> or <c>"1h"</c>, caches the prompt up to its last part that can be cached.</summary>
    public JsonElement? CacheControl { get; init; }

    /// <summary>What to clear from a long conversation: an object with <c>edits</c>.</summary>
    public JsonElement? ContextManagement { get; init; }

    /// <summary>Models to try when <see cref="Model"/> fails, <c>[{"model":"…"}]</c>, 3 at most; not together with <see cref="Models"/>.</summary>
    public JsonElement? Fallbacks { get; init; }

    /// <summary>Most tokens to write; null takes what the model can.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The conversation so far, oldest first.</summary>
    public required IReadOnlyList<MessageParam> Messages { get; init; }

    /// <summary>For whom the request is.</summary>
    public MessagesRequestMetadata? Metadata { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Slugs to try one after the other when <see cref="Model"/> fails.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>How hard to try and what form the answer has: <c>effort</c>, and <c>format</c> with a JSON schema.</summary>
    public JsonElement? OutputConfig { get; init; }

    /// <summary>Plugins and their settings, <c>{"id":"web"}</c>; null uses the account's defaults.</summary>
    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }

    /// <summary>Obsolete: use <c>partition</c> in <see cref="ProviderPreferences.Sort"/>. One of <c>fallback</c>, <c>sort</c>.</summary>
    public string? Route { get; init; }

    /// <summary>How fast, and how expensive, to be, such as <c>auto</c> or <c>priority</c>.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Holds calls together, 256 characters at most: they go to the same provider, for its cache, and are shown as one session.</summary>
    public string? SessionId { get; init; }

    /// <summary><c>fast</c> or <c>standard</c> as text; <c>fast</c> costs more. Default <c>standard</c>.</summary>
    public JsonElement? Speed { get; init; }

    /// <summary>Texts that end the answer; they are not part of it.</summary>
    public IReadOnlyList<string>? StopSequences { get; init; }

    /// <summary>Conditions that end the calls of server tools, <c>[{"type":"step_count_is","step_count":5}]</c>: the first to come true counts.</summary>
    public JsonElement? StopServerToolsWhen { get; init; }

    /// <summary>Set by the client's methods; what stands here is not sent.</summary>
    public bool? Stream { get; init; }

    /// <summary>System prompt: a text, or a list of text blocks.</summary>
    public TextOrJson? System { get; init; }

    /// <summary>How freely to choose the next token.</summary>
    public decimal? Temperature { get; init; }

    /// <summary><c>{"type":"enabled","budget_tokens":…}</c>, <c>{"type":"adaptive"}</c> or <c>{"type":"disabled"}</c>; null leaves it to the model.</summary>
    public JsonElement? Thinking { get; init; }

    /// <summary><c>{"type":"auto"}</c>, <c>any</c>, <c>none</c>, or <c>tool</c> with its <c>name</c>. Null means <c>auto</c>.</summary>
    public JsonElement? ToolChoice { get; init; }

    /// <summary>
    /// What the model may call: <c>name</c>, <c>description</c> and <c>input_schema</c>, or one of the tools that the server or Anthropic runs.
    /// </summary>
    public IReadOnlyList<JsonElement>? Tools { get; init; }

    /// <summary>Chooses among this many likeliest tokens.</summary>
    public long? TopK { get; init; }

    /// <summary>Chooses among the likeliest tokens up to this sum of probabilities; above 0 to 1.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Names under which the call is shown in traces.</summary>
    public TraceConfig? Trace { get; init; }

    /// <summary>The end user it is asked for, 256 characters at most: a stable pseudonym, so that abuse is told apart.</summary>
    public string? User { get; init; }
}
