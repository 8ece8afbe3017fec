using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>
/// A chat to be answered. <c>POST /chat/completions</c>. What is null is not sent, and the provider decides; a model leaves out what it does not know.
/// </summary>
public sealed record ChatRequest : WireRecord
{
    /// <summary><c>{"type":"ephemeral"}</c>, with <c>"ttl":"5m"</c> or <c>"1h"</c>, caches the prompt up to its last part that can be cached.</summary>
    public JsonElement? CacheControl { get; init; }

    /// <summary>What a stream tells of the way of the request; null tells nothing.</summary>
    public ChatDebugOptions? Debug { get; init; }

    /// <summary>Above 0 avoids tokens the more, the more often they came; -2 to 2, mostly 0.</summary>
    public decimal? FrequencyPenalty { get; init; }

    /// <summary>How images are made, such as <c>aspect_ratio</c> and <c>image_size</c>; further names depend on the model.</summary>
    public IReadOnlyDictionary<string, JsonElement>? ImageConfig { get; init; }

    /// <summary>By token id, from -100 (never) to 100 (always): how much likelier the token becomes.</summary>
    public IReadOnlyDictionary<string, decimal>? LogitBias { get; init; }

    /// <summary>True tells how likely each token was.</summary>
    public bool? Logprobs { get; init; }

    /// <summary>Most tokens to write, reasoning among them, 1 or more; null leaves it to the provider.</summary>
    public long? MaxCompletionTokens { get; init; }

    /// <summary>The old name of <see cref="MaxCompletionTokens"/>. Some providers refuse less than 16.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The conversation so far, oldest first, one message or more.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Kept with the call: 16 pairs at most, names of 64 and values of 512 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Drops tokens less likely than this part of the likeliest one; 0 to 1, mostly 0.</summary>
    public decimal? MinP { get; init; }

    /// <summary>What to answer with: of <c>text</c>, <c>image</c>, <c>audio</c>. Null means text.</summary>
    public IReadOnlyList<string>? Modalities { get; init; }

    /// <summary>
    /// Slug of the model, <c>author/slug</c>, perhaps with a variant (<c>:free</c>) or a preset (<c>@preset/slug</c>); null takes the workspace's default.
    /// </summary>
    public string? Model { get; init; }

    /// <summary>Slugs to try one after the other when <see cref="Model"/> fails; the answer names the one it is from.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>False lets the model call one tool at a time. Mostly true.</summary>
    public bool? ParallelToolCalls { get; init; }

    /// <summary>Plugins and their settings, <c>{"id":"web"}</c>; null uses the account's defaults.</summary>
    public IReadOnlyList<JsonElement>? Plugins { get; init; }

    /// <summary>What the answer will mostly be, <c>{"type":"content","content":"…"}</c>: the model is faster where it is right.</summary>
    public JsonElement? Prediction { get; init; }

    /// <summary>Above 0 avoids tokens that came at all; -2 to 2, mostly 0.</summary>
    public decimal? PresencePenalty { get; init; }

    /// <summary>Requests with the same key are sent where their prompt is likely cached.</summary>
    public string? PromptCacheKey { get; init; }

    /// <summary><c>{"mode":"explicit"}</c> caches only up to parts that are marked for it; for GPT-5.6 and newer.</summary>
    public JsonElement? PromptCacheOptions { get; init; }

    /// <summary>Which providers may serve it, and in which order; null leaves it to the account.</summary>
    public ProviderPreferences? Provider { get; init; }

    /// <summary>How hard to think, and whether to show it; null leaves it to the model.</summary>
    public ChatRequestReasoning? Reasoning { get; init; }

    /// <summary>Short for <see cref="ChatRequestReasoning.Effort"/>; another value there is refused with 400.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Above 1 avoids tokens that came in prompt or answer; above 0 to 2, mostly 1.</summary>
    public decimal? RepetitionPenalty { get; init; }

    /// <summary>What form the answer has to have; null means text.</summary>
    public ResponseFormat? ResponseFormat { get; init; }

    /// <summary>Obsolete: use <c>partition</c> in <see cref="ProviderPreferences.Sort"/>. One of <c>fallback</c>, <c>sort</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Makes answers repeatable where the provider can; none promises it.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// How fast, and how expensive, to be. One of <c>auto</c>, <c>default</c>, <c>fast</c> (the same as <c>priority</c>), <c>flex</c>, <c>priority</c>,
    /// <c>scale</c>.
    /// </summary>
    public string? ServiceTier { get; init; }

    /// <summary>Holds calls together, 256 characters at most: they go to the same provider, for its cache, and are shown as one session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Texts that end the answer, 4 at most; they are not part of it.</summary>
    public IReadOnlyList<string>? Stop { get; init; }

    /// <summary>
    /// Conditions that end the calls of server tools, <c>[{"type":"step_count_is","step_count":5}]</c>: the first to come true counts. Null means 30 steps.
    /// </summary>
    public JsonElement? StopServerToolsWhen { get; init; }

    /// <summary>Set by the client's methods; what stands here is not sent.</summary>
    public bool? Stream { get; init; }

    /// <summary>Nothing that has an effect any more; leave it null.</summary>
    public ChatStreamOptions? StreamOptions { get; init; }

    /// <summary>How freely to choose the next token, 0 to 2, mostly 1.</summary>
    public decimal? Temperature { get; init; }

    /// <summary><c>none</c>, <c>auto</c>, <c>required</c>, or an object that names the one tool to call. Null means <c>auto</c>.</summary>
    public TextOrJson? ToolChoice { get; init; }

    /// <summary>What the model may call; send it with every request of a conversation, also with the one that brings results.</summary>
    public IReadOnlyList<ChatTool>? Tools { get; init; }

    /// <summary>Drops tokens that are unlikely beside the likeliest one, the more the higher it is; 0 to 1, 0 being off.</summary>
    public decimal? TopA { get; init; }

    /// <summary>Chooses among this many likeliest tokens; 0 is off.</summary>
    public long? TopK { get; init; }

    /// <summary>How many other likely tokens to tell for each, 0 to 20; needs <see cref="Logprobs"/>.</summary>
    public long? TopLogprobs { get; init; }

    /// <summary>Chooses among the likeliest tokens up to this sum of probabilities; above 0 to 1, mostly 1.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Names under which the call is shown in traces.</summary>
    public TraceConfig? Trace { get; init; }

    /// <summary>The end user it is asked for: a stable pseudonym, so that abuse is told apart. Never passed on as it is.</summary>
    public string? User { get; init; }
}
