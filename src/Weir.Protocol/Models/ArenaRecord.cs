namespace Weir.Protocol.Models;

/// <summary>A model's place in one category of a Design Arena.</summary>
public sealed record ArenaRecord
{
    /// <summary>Which contest: <c>models</c>, <c>builders</c> or <c>agents</c>.</summary>
    public required string Arena { get; init; }

    /// <summary>What was built, in the publisher's words; <c>codecategories</c> is programming.</summary>
    public required string Category { get; init; }

    /// <summary>Rating from direct comparisons; the higher the better.</summary>
    public required double Elo { get; init; }

    /// <summary>From 1, as the publisher ranks it in the category.</summary>
    public required int Rank { get; init; }

    /// <summary>Percent.</summary>
    public required double WinRate { get; init; }
}
