namespace Weir.OpenRouter;

/// <summary>Why a generation that was kept failed.</summary>
public sealed record GenerationContentError : WireRecord
{
    /// <summary>What the caller was told; null if it was not kept.</summary>
    public string? Message { get; init; }

    /// <summary>The tries at other endpoints that failed before, in order.</summary>
    public IReadOnlyList<GenerationContentErrorAttempt>? PreviousErrors { get; init; }

    /// <summary>Display name of the provider whose error it was; null if none was reached.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The provider's error as it came; null if it was not kept.</summary>
    public string? Raw { get; init; }

    /// <summary>HTTP status that the caller got.</summary>
    public long? Status { get; init; }
}
