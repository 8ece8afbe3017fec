namespace Weir.Protocol.Benchmarks;

/// <summary>The share of one kind of task, each number from 0 to 1.</summary>
public sealed record TaskShareRecord
{
    public required string Tag { get; init; }
    public required string DisplayName { get; init; }
    public required string MacroCategory { get; init; }
    public required double UsageShare { get; init; }
    public required double TokenShare { get; init; }
    public required double CategoryUsageShare { get; init; }
    public required double CategoryTokenShare { get; init; }
}
