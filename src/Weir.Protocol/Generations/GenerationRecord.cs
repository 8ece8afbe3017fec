using System.Text.Json;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Generations;

/// <summary>One exchange as <c>GET /generation</c> shows it. Every member is present, null where there is nothing to say.</summary>
public sealed record GenerationRecord
{
    public required string Id { get; init; }
    public string? ApiType { get; init; } = "completions";
    /// <summary>The number of the key that made the request, as <c>/keys</c> shows it; beyond the original.</summary>
    public required long ApiKeyId { get; init; }

    /// <summary>The number of the app that the request named; null when it named none.</summary>
    public long? AppId { get; init; }

    /// <summary>US dollars that the provider's prompt cache took off; below zero where writing to it cost more. Null where none was used.</summary>
    public Usd? CacheDiscount { get; init; }

    public required bool Cancelled { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    public string DataRegion { get; init; } = "global";
    public required string? ExternalUser { get; init; }
    public required string? FinishReason { get; init; }
    public required string? NativeFinishReason { get; init; }

    /// <summary>Milliseconds from the first event to the end.</summary>
    public required double? GenerationTime { get; init; }

    /// <summary>Milliseconds to the first event.</summary>
    public required double? Latency { get; init; }

    public double? ModerationLatency { get; init; }
    public required string? HttpReferer { get; init; }
    public required string Origin { get; init; }
    public required string? UserAgent { get; init; }
    public bool IsByok { get; init; }
    public required string Model { get; init; }
    public required string? ProviderName { get; init; }
    public required JsonElement ProviderResponses { get; init; }

    /// <summary>The router that chose the model; null when the request named one.</summary>
    public string? Router { get; init; }
    public string? PresetId { get; init; }
    public required bool Streamed { get; init; }

    /// <summary>The service tier that the provider says it answered on; null when it does not say.</summary>
    public string? ServiceTier { get; init; }

    public required long? TokensPrompt { get; init; }
    public required long? TokensCompletion { get; init; }
    public required long? NativeTokensPrompt { get; init; }
    public required long? NativeTokensCompletion { get; init; }
    public required long? NativeTokensReasoning { get; init; }
    public required long? NativeTokensCached { get; init; }
    public long? NativeTokensCompletionImages { get; init; }
    public long? NumMediaPrompt { get; init; }
    public long? NumMediaCompletion { get; init; }
    public long? NumInputAudioPrompt { get; init; }
    public long? NumSearchResults { get; init; }
    public long? NumFetches { get; init; }

    /// <summary>US dollars charged.</summary>
    public required Usd Usage { get; init; }

    /// <summary>US dollars charged; equal to <see cref="Usage"/>.</summary>
    public required Usd TotalCost { get; init; }

    /// <summary>US dollars that providers bill to the owners of the credentials that were used, by this server's prices; null when none was.</summary>
    public Usd? UpstreamInferenceCost { get; init; }

    public required string? UpstreamId { get; init; }
    /// <summary>Id of the generation whose answer the response cache gave again; null for an answer of its own.</summary>
    public string? ResponseCacheSourceId { get; init; }

    public string? WebSearchEngine { get; init; }
    public required string WorkspaceId { get; init; }
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
