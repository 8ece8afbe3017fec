namespace Weir.OpenRouter;

/// <summary>Generation data, as <c>GenerationsClient</c> gets it.</summary>
public sealed record GenerationData : WireRecord
{
    public string? ApiType { get; init; }

    public long? AppId { get; init; }

    public decimal? CacheDiscount { get; init; }

    public bool? Cancelled { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>One of <c>global</c>, <c>europe</c>, <c>us</c>.</summary>
    public string? DataRegion { get; init; }

    public string? ExternalUser { get; init; }

    public string? FinishReason { get; init; }

    public decimal? GenerationTime { get; init; }

    public string? HttpReferer { get; init; }

    public string? Id { get; init; }

    public bool? IsByok { get; init; }

    public decimal? Latency { get; init; }

    public string? Model { get; init; }

    public decimal? ModerationLatency { get; init; }

    public string? NativeFinishReason { get; init; }

    public long? NativeTokensCached { get; init; }

    public long? NativeTokensCompletion { get; init; }

    public long? NativeTokensCompletionImages { get; init; }

    public long? NativeTokensPrompt { get; init; }

    public long? NativeTokensReasoning { get; init; }

    public long? NumFetches { get; init; }

    public long? NumInputAudioPrompt { get; init; }

    public long? NumMediaCompletion { get; init; }

    public long? NumMediaPrompt { get; init; }

    public long? NumSearchResults { get; init; }

    public string? Origin { get; init; }

    public string? PresetId { get; init; }

    public string? ProviderName { get; init; }

    public IReadOnlyList<ProviderResponse>? ProviderResponses { get; init; }

    public string? RequestId { get; init; }

    public string? ResponseCacheSourceId { get; init; }

    public string? Router { get; init; }

    public string? ServiceTier { get; init; }

    public string? SessionId { get; init; }

    public bool? Streamed { get; init; }

    public long? TokensCompletion { get; init; }

    public long? TokensPrompt { get; init; }

    public decimal? TotalCost { get; init; }

    public string? UpstreamId { get; init; }

    public decimal? UpstreamInferenceCost { get; init; }

    public decimal? Usage { get; init; }

    public string? UserAgent { get; init; }

    public string? WebSearchEngine { get; init; }

    public string? WorkspaceId { get; init; }
}
