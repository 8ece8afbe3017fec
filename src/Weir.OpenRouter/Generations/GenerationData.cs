namespace Weir.OpenRouter;

/// <summary>One call of a model: what it used, cost and took. What was not measured or does not apply is null.</summary>
public sealed record GenerationData : WireRecord
{
    /// <summary>
    /// What was called. One of <c>completions</c> (chats too), <c>embeddings</c>, <c>rerank</c>, <c>tts</c>, <c>stt</c>, <c>video</c>, <c>image</c>.
    /// </summary>
    public string? ApiType { get; init; }

    /// <summary>Number of the application that called.</summary>
    public long? AppId { get; init; }

    /// <summary>USD saved by prompt caching; below 0 when writing to the cache cost more than reading saved.</summary>
    public decimal? CacheDiscount { get; init; }

    /// <summary>True when the caller hung up before the end.</summary>
    public bool? Cancelled { get; init; }

    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>The region that it was routed through. One of <c>global</c>, <c>europe</c>, <c>us</c>.</summary>
    public string? DataRegion { get; init; }

    /// <summary>The <c>user</c> that the request named.</summary>
    public string? ExternalUser { get; init; }

    /// <summary>Why it ended. One of <c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, <c>error</c>.</summary>
    public string? FinishReason { get; init; }

    /// <summary>How long the model wrote, in milliseconds.</summary>
    public decimal? GenerationTime { get; init; }

    /// <summary>The <c>HTTP-Referer</c> of the request.</summary>
    public string? HttpReferer { get; init; }

    /// <summary>Its id, which begins with <c>gen-</c>.</summary>
    public string? Id { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }

    /// <summary>How long the caller waited, in milliseconds; a Weir counts until the first token.</summary>
    public decimal? Latency { get; init; }

    /// <summary>Slug of the model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>How long moderation took, in milliseconds.</summary>
    public decimal? ModerationLatency { get; init; }

    /// <summary>Why it ended, in the provider's own word, such as <c>end_turn</c>.</summary>
    public string? NativeFinishReason { get; init; }

    /// <summary>Tokens read from the cache, as the provider counts.</summary>
    public long? NativeTokensCached { get; init; }

    /// <summary>Tokens written, as the provider counts. These are what is charged.</summary>
    public long? NativeTokensCompletion { get; init; }

    /// <summary>Tokens of images made, as the provider counts.</summary>
    public long? NativeTokensCompletionImages { get; init; }

    /// <summary>Tokens of the prompt, as the provider counts. These are what is charged.</summary>
    public long? NativeTokensPrompt { get; init; }

    /// <summary>Tokens of reasoning, as the provider counts.</summary>
    public long? NativeTokensReasoning { get; init; }

    /// <summary>How many web pages were fetched.</summary>
    public long? NumFetches { get; init; }

    /// <summary>How many sounds the prompt had.</summary>
    public long? NumInputAudioPrompt { get; init; }

    /// <summary>How many images, sounds and the like the answer has.</summary>
    public long? NumMediaCompletion { get; init; }

    /// <summary>How many images, sounds and the like the prompt had.</summary>
    public long? NumMediaPrompt { get; init; }

    /// <summary>How many search results were put before the model.</summary>
    public long? NumSearchResults { get; init; }

    /// <summary>Address that the call came from, as the browser or application named it.</summary>
    public string? Origin { get; init; }

    /// <summary>Id of the preset that was used.</summary>
    public string? PresetId { get; init; }

    /// <summary>Display name of the provider that answered.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Every try at a provider, in order, the failed ones too.</summary>
    public IReadOnlyList<ProviderResponse>? ProviderResponses { get; init; }

    /// <summary>The same for all generations of one call of the API.</summary>
    public string? RequestId { get; init; }

    /// <summary>Id of the generation whose stored answer was given again; null when a model answered.</summary>
    public string? ResponseCacheSourceId { get; init; }

    /// <summary>Slug of the router that chose the model, such as <c>openrouter/auto</c>.</summary>
    public string? Router { get; init; }

    /// <summary>Tier that the provider says it used, such as <c>priority</c>.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The session that the request named.</summary>
    public string? SessionId { get; init; }

    /// <summary>True when the answer came as a stream.</summary>
    public bool? Streamed { get; init; }

    /// <summary>Tokens written, counted the same way for all models; not what is charged.</summary>
    public long? TokensCompletion { get; init; }

    /// <summary>Tokens of the prompt, counted the same way for all models; not what is charged.</summary>
    public long? TokensPrompt { get; init; }

    /// <summary>What it cost the account, USD.</summary>
    public decimal? TotalCost { get; init; }

    /// <summary>The provider's own id of it.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>What the provider charged on a key of the account's own, USD.</summary>
    public decimal? UpstreamInferenceCost { get; init; }

    /// <summary>What it cost the account, USD; the same as <see cref="TotalCost"/>.</summary>
    public decimal? Usage { get; init; }

    /// <summary>The <c>User-Agent</c> of the request.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The engine that searched the web, such as <c>exa</c>.</summary>
    public string? WebSearchEngine { get; init; }

    /// <summary>UUID of the workspace that it is counted for.</summary>
    public string? WorkspaceId { get; init; }
}
