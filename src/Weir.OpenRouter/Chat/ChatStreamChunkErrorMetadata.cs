namespace Weir.OpenRouter;

/// <summary>What kind of error broke a stream off.</summary>
public sealed record ChatStreamChunkErrorMetadata : WireRecord
{
    /// <summary>The kind, the same in all forms of the API, such as <c>rate_limit_exceeded</c>, <c>provider_unavailable</c> or <c>timeout</c>.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The provider's own code of it; null if it gave none.</summary>
    public string? ProviderCode { get; init; }
}
