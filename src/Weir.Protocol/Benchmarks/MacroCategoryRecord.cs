namespace Weir.Protocol.Benchmarks;

/// <summary>The share of a group of tasks, each number from 0 to 1.</summary>
public sealed record MacroCategoryRecord
{
    /// <summary>Name of the group in the API, such as <c>code</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the group for people.</summary>
    public required string Label { get; init; }

    /// <summary>Share of all requests.</summary>
    public required double UsageShare { get; init; }

    /// <summary>Share of all tokens.</summary>
    public required double TokenShare { get; init; }
}
