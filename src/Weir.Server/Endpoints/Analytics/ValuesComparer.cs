using System.Collections.Immutable;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Tells lists of values apart by what is in them.</summary>
internal sealed class ValuesComparer : IEqualityComparer<ImmutableArray<string?>>
{
    public static ValuesComparer Instance { get; } = new();

    public bool Equals(ImmutableArray<string?> left, ImmutableArray<string?> right) => left.SequenceEqual(right);

    public int GetHashCode(ImmutableArray<string?> values) => values.Aggregate(0, HashCode.Combine);
}
