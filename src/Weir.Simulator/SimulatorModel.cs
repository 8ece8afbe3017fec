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

    /// <summary>US dollars a prompt token, as a decimal string.</summary>
    public required string PromptPrice { get; init; }

    /// <summary>US dollars a completion token, as a decimal string.</summary>
    public required string CompletionPrice { get; init; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public int ContextLength { get; init; } = SimulatorCatalog.ContextLength;
}
