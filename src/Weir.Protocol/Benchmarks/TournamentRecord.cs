namespace Weir.Protocol.Benchmarks;

/// <summary>How often a model came in where; null: not known.</summary>
public sealed record TournamentRecord
{
    public int? FirstPlace { get; init; }
    public int? SecondPlace { get; init; }
    public int? ThirdPlace { get; init; }
    public int? FourthPlace { get; init; }
    public int? Total { get; init; }
}
