using System.Collections.Immutable;

namespace Weir.Ledger.Activity;

/// <summary>Which traffic is summed, and how it is told apart.</summary>
public sealed record UsageQuery
{
    /// <summary>The first moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The moment after the last.</summary>
    public required DateTimeOffset Until { get; init; }

    public ImmutableArray<UsageDimension> By { get; init; } = [];

    /// <summary>All of them must let a request through.</summary>
    public ImmutableArray<UsageFilter> Filters { get; init; } = [];

    public UsageGranularity Granularity { get; init; }

    /// <summary>The times whose distribution is wanted.</summary>
    public ImmutableArray<UsageTime> Times { get; init; } = [];

    /// <summary>What equal rows are then ordered by is time and dimensions.</summary>
    public UsageOrder Order { get; init; } = new(UsageMeasure.Time, Descending: true);

    /// <summary>Most rows of the answer; those that come first in <see cref="Order"/>.</summary>
    public required int Limit { get; init; }
}
