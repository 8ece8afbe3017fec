using System.Collections.Immutable;

namespace Weir.Server.Seeding;

/// <summary>One call of a model, before it is known who answers.</summary>
internal sealed record SeedQuestion
{
    public required SeedModel Model { get; init; }

    /// <summary>Asked when no endpoint of <see cref="Model"/> answers; null: then it fails.</summary>
    public SeedModel? Fallback { get; init; }

    /// <summary>Role and text; of embeddings the texts.</summary>
    public required ImmutableArray<(string Role, string Text)> Messages { get; init; }

    public required string Answer { get; init; }

    /// <summary>The tool that is called instead of an answer; null: none.</summary>
    public string? Tool { get; init; }

    public bool Streams { get; init; }
}
