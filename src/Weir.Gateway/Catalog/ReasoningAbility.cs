using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>How a model's reasoning can be set.</summary>
public sealed record ReasoningAbility
{
    /// <summary>Whether it always reasons.</summary>
    public bool Mandatory { get; init; }

    /// <summary>Whether every effort can be asked for; then <see cref="Efforts"/> is empty.</summary>
    public bool TakesAnyEffort { get; init; }

    /// <summary>Of <see cref="CatalogVocabulary.Efforts"/>, the highest first; empty: an effort cannot be asked for, unless any can.</summary>
    public ImmutableArray<string> Efforts { get; init; } = [];

    public string? DefaultEffort { get; init; }

    /// <summary>Whether it reasons when nothing is asked; null: unknown.</summary>
    public bool? DefaultEnabled { get; init; }

    /// <summary>Whether a budget in tokens can be asked for; null: unknown.</summary>
    public bool? TakesMaxTokens { get; init; }
}
