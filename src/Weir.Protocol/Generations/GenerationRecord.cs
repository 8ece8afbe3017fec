using System.Text.Json;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Generations;

/// <summary>One exchange as <c>GET /generation</c> shows it. Every member is present, null where there is nothing to say.</summary>
public sealed record GenerationRecord
{
    /// <summary><c>gen-…</c>, as the answer and its <c>X-Generation-Id</c> named it.</summary>
    public required string Id { get; init; }

    /// <summary><c>completions</c> (conversations of all dialects), <c>embeddings</c>, <c>rerank</c>, <c>image</c>, <c>tts</c> or <c>stt</c>.</summary>
    public string? ApiType { get; init; } = "completions";

    /// <summary>The number of the key that made the request, as <c>/keys</c> shows it; beyond the original.</summary>
    public required long ApiKeyId { get; init; }

    /// <summary>The number of the app that the request named; null when it named none.</summary>
    public long? AppId { get; init; }

    /// <summary>US dollars that the provider's prompt cache took off; below zero where writing to it cost more. Null where none was used.</summary>
    public Usd? CacheDiscount { get; init; }

    /// <summary>Whether the caller left before the end.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>Always <c>global</c>.</summary>
    public string DataRegion { get; init; } = "global";

    /// <summary>The caller's own end user, as <c>user</c> of the request named it; null: it named none.</summary>
    public required string? ExternalUser { get; init; }

    /// <summary>
    /// <c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c> or <c>error</c>; null: the answer has none, or there was no answer.
    /// </summary>
    public required string? FinishReason { get; init; }

    /// <summary>The provider's own word for <see cref="FinishReason"/>; the same word where it has none of its own.</summary>
    public required string? NativeFinishReason { get; init; }

    /// <summary>Milliseconds from the first event to the end.</summary>
    public required double? GenerationTime { get; init; }

    /// <summary>Milliseconds to the first event.</summary>
    public required double? Latency { get; init; }

    /// <summary>Always null: requests are not moderated apart.</summary>
    public double? ModerationLatency { get; init; }

    /// <summary><c>HTTP-Referer</c> of the request; null: it had none.</summary>
    public required string? HttpReferer { get; init; }

    /// <summary>The same as <see cref="HttpReferer"/>; empty without it.</summary>
    public required string Origin { get; init; }

    /// <summary><c>User-Agent</c> of the request; null: it had none.</summary>
    public required string? UserAgent { get; init; }

    /// <summary>Whether a credential of somebody's own was used: then what was charged is the fee alone.</summary>
    public bool IsByok { get; init; }

    /// <summary>Slug of the model that answered; when none did, the last that was asked, else the requested one.</summary>
    public required string Model { get; init; }

    /// <summary>Display name of the provider that answered; null: none did.</summary>
    public required string? ProviderName { get; init; }

    /// <summary>
    /// A list of the attempts in order, failed ones included, each with provider, model, <c>latency</c> in milliseconds and HTTP <c>status</c>.
    /// </summary>
    public required JsonElement ProviderResponses { get; init; }

    /// <summary>The router that chose the model; null when the request named one.</summary>
    public string? Router { get; init; }

    /// <summary>Always null: a request with a preset is refused.</summary>
    public string? PresetId { get; init; }

    /// <summary>Whether the caller asked for a stream.</summary>
    public required bool Streamed { get; init; }

    /// <summary>The service tier that the provider says it answered on; null when it does not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Tokens; always the same as <see cref="NativeTokensPrompt"/>.</summary>
    public required long? TokensPrompt { get; init; }

    /// <summary>Tokens; always the same as <see cref="NativeTokensCompletion"/>.</summary>
    public required long? TokensCompletion { get; init; }

    /// <summary>Tokens as the provider counted them, else as <see cref="UsageEstimated"/> says; cached ones included. Null: nothing answered.</summary>
    public required long? NativeTokensPrompt { get; init; }

    /// <summary>Tokens as the provider counted them, else as <see cref="UsageEstimated"/> says; reasoning included. Null: nothing answered.</summary>
    public required long? NativeTokensCompletion { get; init; }

    /// <summary>Tokens of the answer that are reasoning; null: the provider does not tell them apart.</summary>
    public required long? NativeTokensReasoning { get; init; }

    /// <summary>Prompt tokens that came from the provider's cache; null: the provider does not say.</summary>
    public required long? NativeTokensCached { get; init; }

    /// <summary>Tokens of the answer that are images; null: there are none, or the provider does not tell them apart.</summary>
    public long? NativeTokensCompletionImages { get; init; }

    /// <summary>Images, sounds, videos and files of the request; null: it was refused before it was read so far.</summary>
    public long? NumMediaPrompt { get; init; }

    /// <summary>Images that were made, and the sound of a text that was spoken; null: nothing answered.</summary>
    public long? NumMediaCompletion { get; init; }

    /// <summary>Those of <see cref="NumMediaPrompt"/> that are sounds; null in the same cases.</summary>
    public long? NumInputAudioPrompt { get; init; }

    /// <summary>Always null: results of web searches are not counted.</summary>
    public long? NumSearchResults { get; init; }

    /// <summary>Always null: fetched pages are not counted.</summary>
    public long? NumFetches { get; init; }

    /// <summary>US dollars charged.</summary>
    public required Usd Usage { get; init; }

    /// <summary>US dollars charged; equal to <see cref="Usage"/>.</summary>
    public required Usd TotalCost { get; init; }

    /// <summary>US dollars that providers bill to the owners of the credentials that were used, by this server's prices; null when none was.</summary>
    public Usd? UpstreamInferenceCost { get; init; }

    /// <summary>The provider's own id of the answer; null: there is none.</summary>
    public required string? UpstreamId { get; init; }

    /// <summary>Id of the generation whose answer the response cache gave again; null for an answer of its own.</summary>
    public string? ResponseCacheSourceId { get; init; }

    /// <summary>Always null: which engine searched the web is not kept.</summary>
    public string? WebSearchEngine { get; init; }

    /// <summary>UUID of the workspace of the key.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The session that the request named, in its body or by header; null: it named none.</summary>
    public required string? SessionId { get; init; }

    /// <summary>Whether tokens were counted by this server, because the provider did not say; beyond the original.</summary>
    public bool UsageEstimated { get; init; }

    /// <summary>HTTP status of the outcome; beyond the original, so that a failed request can be told from a finished one.</summary>
    public required int Status { get; init; }

    /// <summary>Wire name of the error; null for success. Beyond the original.</summary>
    public required string? ErrorType { get; init; }

    /// <summary>Who gave what of an answer that one endpoint began and another finished, with the cost of each part. Beyond the original.</summary>
    public JsonElement? Parts { get; init; }

    /// <summary>32 hex characters; beyond the original: the trace that shows this exchange.</summary>
    public required string TraceId { get; init; }
}
