namespace Weir.Protocol.Benchmarks;

/// <summary>A place in one category of a Design Arena.</summary>
public sealed record DesignArenaItem : BenchmarkItem
{
    /// <summary>Which contest: <c>models</c>, <c>builders</c> or <c>agents</c>.</summary>
    public required string Arena { get; init; }

    /// <summary>What was built, in the publisher's words; <c>codecategories</c> is programming.</summary>
    public required string Category { get; init; }

    /// <summary>Rating from direct comparisons; the higher the better.</summary>
    public required double Elo { get; init; }

    /// <summary>Percent.</summary>
    public required double WinRate { get; init; }

    /// <summary>Milliseconds; null: not known.</summary>
    public required double? AvgGenerationTimeMs { get; init; }

    /// <summary>Places in tournaments; on this server each is null, since the catalogue does not have them.</summary>
    public required TournamentRecord TournamentStats { get; init; }
}
