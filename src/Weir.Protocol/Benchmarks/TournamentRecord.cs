namespace Weir.Protocol.Benchmarks;

/// <summary>How often a model came in where; null: not known.</summary>
public sealed record TournamentRecord
{
    /// <summary>Tournaments that it won.</summary>
    public int? FirstPlace { get; init; }

    /// <summary>Tournaments in which it came second.</summary>
    public int? SecondPlace { get; init; }

    /// <summary>Tournaments in which it came third.</summary>
    public int? ThirdPlace { get; init; }

    /// <summary>Tournaments in which it came fourth.</summary>
    public int? FourthPlace { get; init; }

    /// <summary>Tournaments that it took part in.</summary>
    public int? Total { get; init; }
}
