using System.Collections.Immutable;

namespace Weir.Tracing.Filter;

/// <summary><c>name in ['a', 'b']</c>: equal to one of the values.</summary>
public sealed record MembershipNode(FilterTerm Term, ImmutableArray<FilterValue> Values) : FilterNode
{
    public bool Equals(MembershipNode? other) => other is not null && Term == other.Term && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Term, Values.Length);
}
