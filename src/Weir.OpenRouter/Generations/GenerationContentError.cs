namespace Weir.OpenRouter;

/// <summary>Generation content error, as <c>GenerationsClient</c> gets it.</summary>
public sealed record GenerationContentError : WireRecord
{
    public string? Message { get; init; }

    public IReadOnlyList<GenerationContentErrorAttempt>? PreviousErrors { get; init; }

    public string? ProviderName { get; init; }

    public string? Raw { get; init; }

    public long? Status { get; init; }
}
