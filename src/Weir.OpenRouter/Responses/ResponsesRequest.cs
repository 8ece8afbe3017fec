using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>
/// Something to be answered, in the form of the Responses API. <c>POST /responses</c>. Nothing is stored: send the whole conversation each time.
/// </summary>
public sealed record ResponsesRequest : WireRecord
{
    /// <summary>Taken, but without effect: the answer always comes in the call.</summary>
    public bool? Background { get; init; }

    /// <summary><c>{"type":"ephemeral"}</c>, with <c>"ttl":"5m"</c> or <c>"1h"</c>, caches the prompt up to its last part that can be cached.</summary>
    public JsonElement? CacheControl { get; init; }

    /// <summary>What a stream tells of the way of the request; null tells nothing.</summary>
    public ChatDebugOptions? Debug { get; init; }

    /// <summary>Above 0 avoids tokens the more, the more often they came; -2 to 2, mostly 0.</summary>
    public decimal? FrequencyPenalty { get; init; }

    /// <summary>How images are made, such as <c>aspect_ratio</c> and <c>image_size</c>; further names depend on the model.</summary>
    public IReadOnlyDictionary<string, JsonElement>? ImageConfig { get; init; }

    /// <summary>What the answer is to hold beside the usual, such as <c>reasoning.encrypted_content</c>.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>A text, or the list of items of the conversation, oldest first.</summary>
    public TextOrJson? Input { get; init; }

    /// <summary>System prompt; null has none.</summary>
    public string? Instructions { get; init; }

    /// <summary>Most tokens to write, reasoning among them; null leaves it to the provider.</summary>
    public long? MaxOutputTokens { get; init; }

    /// <summary>Most rounds of server tools, 1 to 30. Default 30; without effect beside <see cref="StopServerToolsWhen"/>.</summary>
    public long? MaxToolCalls { get; init; }

    /// <summary>Kept with the call: 16 pairs at most, names of 64 characters without brackets, values of 512.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>What to answer with: of <c>text</c>, <c>image</c>. Null means text.</summary>
    public IReadOnlyList<string>? Modalities { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>; null takes the workspace's default.</summary>
    public string? Model { get; init; }

    /// <summary>Slugs to try one after the other when <see cref="Model"/> fails.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>False lets the model call one tool at a time. Mostly true.</summary>
    public bool? ParallelToolCalls { get; init; }

    /// <summary>Plugins and their settings, <c>{"id":"web"}</c>; null uses the account's defaults.</summary>
    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    /// <summary>Above 0 avoids tokens that came at all; -2 to 2, mostly 0.</summary>
    public decimal? PresencePenalty { get; init; }

    /// <summary>Leave it null: responses are not stored, so anything else is refused with 400.</summary>
    public string? PreviousResponseId { get; init; }

    /// <summary>A prompt that the provider keeps, by <c>id</c> and <c>variables</c>; only for providers that know it.</summary>
    public JsonElement? Prompt { get; init; }

    /// <summary>Requests with the same key are sent where their prompt is likely cached.</summary>
    public string? PromptCacheKey { get; init; }

    /// <summary><c>{"mode":"explicit"}</c> caches only up to parts that are marked for it; for GPT-5.6 and newer.</summary>
    public JsonElement? PromptCacheOptions { get; init; }

    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }

    /// <summary>How hard to think, and whether to show it; null leaves it to the model.</summary>
    public ReasoningConfig? Reasoning { get; init; }

    /// <summary>Obsolete: use <c>partition</c> in <see cref="ProviderPreferences.Sort"/>. One of <c>fallback</c>, <c>sort</c>.</summary>
    public string? Route { get; init; }

    /// <summary>The end user it is asked for: a stable pseudonym. Never passed on as it is.</summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>
    /// How fast, and how expensive, to be. One of <c>auto</c>, <c>default</c>, <c>fast</c> (the same as <c>priority</c>), <c>flex</c>, <c>priority</c>,
    /// <c>scale</c>. Default <c>auto</c>.
    /// </summary>
    public string? ServiceTier { get; init; }

    /// <summary>Holds calls together, 256 characters at most: they go to the same provider, for its cache, and are shown as one session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Conditions that end the calls of server tools, <c>[{"type":"step_count_is","step_count":5}]</c>: the first to come true counts.</summary>
    public JsonElement? StopServerToolsWhen { get; init; }

    /// <summary>Leave it null or false: true is refused with 400.</summary>
    public bool? Store { get; init; }

    /// <summary>Set by the client's methods; what stands here is not sent.</summary>
    public bool? Stream { get; init; }

    /// <summary>How freely to choose the next token, 0 to 2, mostly 1.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>What form the answer has: <c>{"format":{"type":"json_schema",…},"verbosity":"low"}</c>; null means plain text.</summary>
    public JsonElement? Text { get; init; }

    /// <summary><c>none</c>, <c>auto</c>, <c>required</c>, or an object that names the one tool to call. Null means <c>auto</c>.</summary>
    public TextOrJson? ToolChoice { get; init; }

    /// <summary>What the model may call: <c>{"type":"function","name":…,"parameters":…}</c>, or tools that the server or the provider runs.</summary>
    public IReadOnlyList<JsonElement>? Tools { get; init; }

    /// <summary>Chooses among this many likeliest tokens; 0 is off.</summary>
    public long? TopK { get; init; }

    /// <summary>How many other likely tokens to tell for each, 0 to 20.</summary>
    public long? TopLogprobs { get; init; }

    /// <summary>Chooses among the likeliest tokens up to this sum of probabilities; above 0 to 1, mostly 1.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Names under which the call is shown in traces.</summary>
    public TraceConfig? Trace { get; init; }

    /// <summary><c>auto</c> cuts the middle out of too long a conversation, <c>disabled</c> refuses it.</summary>
    public string? Truncation { get; init; }

    /// <summary>The end user it is asked for, 256 characters at most: a stable pseudonym, so that abuse is told apart.</summary>
    public string? User { get; init; }
}
