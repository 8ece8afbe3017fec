namespace Weir.OpenRouter;

/// <summary>Generation content data output, as <c>GenerationsClient</c> gets it.</summary>
public sealed record GenerationContentDataOutput : WireRecord
{
    public string? Completion { get; init; }

    public string? Reasoning { get; init; }
}
