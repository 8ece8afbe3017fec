namespace Weir.OpenRouter;

/// <summary>Model architecture, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelArchitecture : WireRecord
{
    public IReadOnlyList<string>? InputModalities { get; init; }

    public string? InstructType { get; init; }

    public string? Modality { get; init; }

    public IReadOnlyList<string>? OutputModalities { get; init; }

    public string? Tokenizer { get; init; }
}
