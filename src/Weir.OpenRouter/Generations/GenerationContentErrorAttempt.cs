namespace Weir.OpenRouter;

/// <summary>Generation content error attempt, as <c>GenerationsClient</c> gets it.</summary>
public sealed record GenerationContentErrorAttempt : WireRecord
{
    public long? Code { get; init; }

    public string? Message { get; init; }

    public string? ProviderName { get; init; }

    public string? Raw { get; init; }
}
