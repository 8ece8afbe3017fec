namespace Weir.Tracing.Filter;

/// <summary>Ends the reading of a filter; never leaves <see cref="FilterParser"/>.</summary>
internal sealed class FilterSyntaxException(int position, string problem) : Exception(problem)
{
    /// <summary>From 0.</summary>
    public int Position { get; } = position;
}
