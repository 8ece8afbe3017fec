namespace Weir.Protocol.Benchmarks;

/// <summary>The share of one kind of task, each number from 0 to 1.</summary>
public sealed record TaskShareRecord
{
    /// <summary>Name of the task in the API.</summary>
    public required string Tag { get; init; }

    /// <summary>Name of the task for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The group of tasks it belongs to: <see cref="MacroCategoryRecord.Key"/>.</summary>
    public required string MacroCategory { get; init; }

    /// <summary>Share of all requests.</summary>
    public required double UsageShare { get; init; }

    /// <summary>Share of all tokens.</summary>
    public required double TokenShare { get; init; }

    /// <summary>Share of the requests of its group; those of one group add up to 1.</summary>
    public required double CategoryUsageShare { get; init; }

    /// <summary>Share of the tokens of its group; those of one group add up to 1.</summary>
    public required double CategoryTokenShare { get; init; }
}
