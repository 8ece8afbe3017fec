using System.Collections.Immutable;
using Weir.Tracing.Search;

namespace Weir.Tracing.Filter;

/// <summary><c>search('refund polic*')</c>: every word is somewhere in the texts of the span.</summary>
/// <param name="Text">The words in lower case with a space between them.</param>
public sealed record SearchNode(string Text) : FilterNode
{
    /// <summary>What is searched for.</summary>
    public ImmutableArray<SearchWord> Words { get; } = SearchWord.Read(Text);

    public bool Equals(SearchNode? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
