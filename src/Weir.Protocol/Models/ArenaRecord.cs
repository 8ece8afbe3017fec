namespace Weir.Protocol.Models;

/// <summary>A model's place in one category of a Design Arena.</summary>
public sealed record ArenaRecord
{
    public required string Arena { get; init; }
    public required string Category { get; init; }
    public required double Elo { get; init; }
    public required int Rank { get; init; }

    /// <summary>Percent.</summary>
    public required double WinRate { get; init; }
}
