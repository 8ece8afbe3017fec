using Weir.Tracing.Filter;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>The filter that lets through spans which began in a range of time.</summary>
internal static class StartedWithin
{
    /// <summary>The filter; null when there is no bound.</summary>
    public static SpanFilter? Filter(long? from, long? before)
    {
        var conditions = new List<FilterNode>();
        if (from is { } earliest)
        {
            conditions.Add(Time(CompareOperator.GreaterOrEqual, earliest));
        }

        if (before is { } end)
        {
            conditions.Add(Time(CompareOperator.Less, end));
        }

        return conditions.Count == 0 ? null : new SpanFilter(conditions.Aggregate((left, right) => new AndNode(left, right)));
    }

    private static ComparisonNode Time(CompareOperator compare, long nanos) =>
        new(new FieldTerm(SpanField.StartTime), compare, new LiteralTerm(FilterValue.Of((decimal)nanos)));
}
