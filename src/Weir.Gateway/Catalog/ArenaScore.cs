namespace Weir.Gateway.Catalog;

/// <summary>A model's place in one category of a Design Arena.</summary>
public sealed record ArenaScore
{
    public required string Arena { get; init; }
    public required string Category { get; init; }
    public required double Elo { get; init; }

    /// <summary>Percent.</summary>
    public required double WinRate { get; init; }

    /// <summary>From 1.</summary>
    public required int Rank { get; init; }
}
