namespace Weir.Protocol.Benchmarks;

/// <summary>A place in one category of a Design Arena.</summary>
public sealed record DesignArenaItem : BenchmarkItem
{
    public required string Arena { get; init; }
    public required string Category { get; init; }
    public required double Elo { get; init; }

    /// <summary>Percent.</summary>
    public required double WinRate { get; init; }

    /// <summary>Milliseconds; null: not known.</summary>
    public required double? AvgGenerationTimeMs { get; init; }

    public required TournamentRecord TournamentStats { get; init; }
}
