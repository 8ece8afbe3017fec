namespace Weir.OpenRouter;

/// <summary>Model endpoints architecture, as <c>EndpointsClient</c> gets it.</summary>
public sealed record ModelEndpointsArchitecture : WireRecord
{
    public IReadOnlyList<string>? InputModalities { get; init; }

    public string? InstructType { get; init; }

    public string? Modality { get; init; }

    public IReadOnlyList<string>? OutputModalities { get; init; }

    public string? Tokenizer { get; init; }
}
