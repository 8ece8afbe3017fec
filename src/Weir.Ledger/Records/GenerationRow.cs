using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Records;

/// <summary>The record of one exchange: what was asked, who answered, what it used and what was charged.</summary>
/// <remarks>Source: the fields of <c>GET /generation</c>, and what is needed to rebuild the gateway's span after a crash.</remarks>
public sealed record GenerationRow
{
    public required GenerationId Id { get; init; }
    public required KeyHash KeyHash { get; init; }
    public required Guid WorkspaceId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was asked: <c>completions</c>, <c>embeddings</c>, <c>rerank</c>, <c>image</c>, <c>tts</c> or <c>stt</c>.</summary>
    public string ApiType { get; init; } = "completions";

    /// <summary>The slug the caller asked for; empty when the request named none.</summary>
    public required string RequestedModel { get; init; }

    /// <summary>The slug that answered, or the requested one when none did.</summary>
    public required string Model { get; init; }

    /// <summary>Display name of the provider that answered; null when none did.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The provider's own id of the answer.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>Id of the generation whose kept answer was given again; null for an answer of its own.</summary>
    public string? ResponseCacheSourceId { get; init; }

    public required bool Streamed { get; init; }
    public bool Cancelled { get; init; }
    public string? FinishReason { get; init; }
    public string? NativeFinishReason { get; init; }

    /// <summary>HTTP status of the outcome: 200, or the error's.</summary>
    public required int Status { get; init; }

    /// <summary>The error's wire name; null for success.</summary>
    public string? ErrorType { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>Milliseconds from the request's arrival to its end.</summary>
    public required double DurationMs { get; init; }

    /// <summary>Milliseconds from the request's arrival to the first event of the answer; null when there was none.</summary>
    public double? LatencyMs { get; init; }

    public long? PromptTokens { get; init; }
    public long? CompletionTokens { get; init; }
    public long? ReasoningTokens { get; init; }
    public long? CachedTokens { get; init; }

    /// <summary>True when the tokens were counted here, because the provider did not say.</summary>
    public bool UsageEstimated { get; init; }

    /// <summary>What was charged.</summary>
    public required Usd Charge { get; init; }

    /// <summary>Whether a credential of somebody's own was used: then <see cref="Charge"/> is the fee alone.</summary>
    public bool IsByok { get; init; }

    /// <summary>What providers bill to the owners of the credentials that were used, as our prices say; null when none was.</summary>
    public Usd? UpstreamCost { get; init; }

    /// <summary>By how much the provider's prompt cache made the charge smaller, below zero where it made it larger; null where no cache was used.</summary>
    public Usd? CacheDiscount { get; init; }

    /// <summary>The part of <see cref="Charge"/> that web searches cost.</summary>
    public Usd WebSearchCharge { get; init; }

    /// <summary>The router that chose the model, such as <c>openrouter/auto</c>; null when the request named one.</summary>
    public string? Router { get; init; }

    /// <summary>The service tier that the provider says it answered on; null when it does not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Images, sounds, videos and files that were sent; null when the request was not read so far.</summary>
    public long? PromptMedia { get; init; }

    /// <summary>Those of <see cref="PromptMedia"/> that are sounds.</summary>
    public long? PromptSounds { get; init; }

    /// <summary>Images that were made, and the sound of a text that was spoken; null when nothing answered.</summary>
    public long? CompletionMedia { get; init; }

    /// <summary>The part of <see cref="CompletionTokens"/> that is images.</summary>
    public long? CompletionImageTokens { get; init; }

    /// <summary>The caller's own end user (<c>user</c>).</summary>
    public string? ExternalUser { get; init; }

    public string? SessionId { get; init; }
    public string? HttpReferer { get; init; }
    public string? AppTitle { get; init; }

    /// <summary>The app that the headers name; its record is made or brought up to date with the generation.</summary>
    public AppAttribution? App { get; init; }

    /// <summary>The number of the app's record; known once the generation is read back.</summary>
    public long? AppId { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>JSON array of the attempts, in order, as <c>provider_responses</c> shows them.</summary>
    public required string AttemptsJson { get; init; }

    /// <summary>JSON array of what each endpoint gave of an answer that several gave, with what each part costs; null when one gave it all.</summary>
    public string? PartsJson { get; init; }

    /// <summary>32 hex characters.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 hex characters: the gateway's own span.</summary>
    public required string SpanId { get; init; }

    /// <summary>16 hex characters: the caller's span; null when the trace starts here.</summary>
    public string? ParentSpanId { get; init; }
}
