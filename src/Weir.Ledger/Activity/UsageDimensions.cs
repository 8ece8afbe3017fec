using System.Collections.Immutable;

namespace Weir.Ledger.Activity;

/// <summary>What holds for dimensions of traffic.</summary>
public static class UsageDimensions
{
    /// <summary>The names of the lengths that prompts are told apart by, the shortest first; what is longer than the last counts as the last.</summary>
    public static ImmutableArray<string> ContextLengths { get; } = ["1K", "10K", "100K", "1M", "10M"];

    /// <summary>Whether it has a value for nearly every request, so that sums by hour would be as long as the traffic itself.</summary>
    public static bool IsFine(UsageDimension dimension) =>
        dimension is UsageDimension.ExternalUser or UsageDimension.Session or UsageDimension.Origin or UsageDimension.Generation;
}
