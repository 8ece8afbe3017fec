namespace Weir.OpenRouter;

/// <summary>A try at an endpoint that failed.</summary>
public sealed record GenerationContentErrorAttempt : WireRecord
{
    /// <summary>HTTP status that it ended with.</summary>
    public long? Code { get; init; }

    /// <summary>What was wrong.</summary>
    public string? Message { get; init; }

    /// <summary>Display name of the provider; null if it is not known.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The provider's error as it came; null if it was not kept.</summary>
    public string? Raw { get; init; }
}
