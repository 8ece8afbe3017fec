using System.Collections.Immutable;

namespace Weir.Simulator;

/// <summary>One model as the simulator offers it.</summary>
public sealed record SimulatorModel
{
    public required string Id { get; init; }

    /// <summary>Other names that mean the same model.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required SimulatorModelKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>What it takes: <c>text</c>, <c>image</c>, <c>audio</c>, <c>file</c>.</summary>
    public ImmutableArray<string> InputModalities { get; init; } = ["text"];

    /// <summary>What it makes: <c>text</c>, <c>image</c>, <c>audio</c>, <c>embeddings</c>, <c>rerank</c>, <c>speech</c>, <c>transcription</c>.</summary>
    public ImmutableArray<string> OutputModalities { get; init; } = ["text"];

    /// <summary>US dollars a prompt token, as a decimal string.</summary>
    public required string PromptPrice { get; init; }

    /// <summary>US dollars a completion token, as a decimal string.</summary>
    public required string CompletionPrice { get; init; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public int ContextLength { get; init; } = SimulatorCatalog.ContextLength;

    /// <summary>Whether an endpoint that makes this can be asked for the model; a fault breaks every endpoint.</summary>
    internal bool Makes(string output) => Kind == SimulatorModelKind.Fault || OutputModalities.Contains(output);
}
