namespace Weir.Tracing.Filter;

/// <summary>A filter that has been understood.</summary>
public sealed record SpanFilter(FilterNode Root)
{
    /// <summary>The filter in its plain form; reading that gives an equal filter.</summary>
    public override string ToString() => FilterPrinter.Print(Root);
}
