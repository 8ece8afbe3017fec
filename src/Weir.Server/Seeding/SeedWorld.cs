using System.Collections.Immutable;

namespace Weir.Server.Seeding;

/// <summary>Who calls in the month.</summary>
internal sealed record SeedWorld
{
    public required SeedModels Models { get; init; }
    public required ImmutableArray<SeedCaller> Callers { get; init; }

    /// <summary>End users of the applications, those first who call most.</summary>
    public required ImmutableArray<string> EndUsers { get; init; }
}
