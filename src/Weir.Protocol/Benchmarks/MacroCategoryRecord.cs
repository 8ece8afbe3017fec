namespace Weir.Protocol.Benchmarks;

/// <summary>The share of a group of tasks, each number from 0 to 1.</summary>
public sealed record MacroCategoryRecord
{
    public required string Key { get; init; }
    public required string Label { get; init; }
    public required double UsageShare { get; init; }
    public required double TokenShare { get; init; }
}
