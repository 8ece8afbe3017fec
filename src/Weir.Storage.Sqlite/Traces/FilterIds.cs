using System.Collections.Immutable;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds the traces, spans and sessions that a filter names anyway, so that indexes lead to them.</summary>
internal static class FilterIds
{
    /// <summary>The query with those ids beside its filter, which stays.</summary>
    public static SpanQuery Narrow(SpanQuery query) => query.Filter is { Root: var root } ? Narrow(query, root) : query;

    private static SpanQuery Narrow(SpanQuery query, FilterNode node) => node switch
    {
        AndNode both => Narrow(Narrow(query, both.Left), both.Right),
        ComparisonNode { Operator: CompareOperator.Equal, Left: FieldTerm field, Right: LiteralTerm literal } => With(query, field.Field, [literal.Value]),
        MembershipNode { Term: FieldTerm field, Values.IsEmpty: false } member => With(query, field.Field, member.Values),
        _ => query,
    };

    // What is given already is narrow enough: the filter is asked in any case.
    private static SpanQuery With(SpanQuery query, SpanField field, ImmutableArray<FilterValue> values) => field switch
    {
        SpanField.TraceId when query.TraceIds.IsEmpty => query with { TraceIds = [.. values.Select(value => TraceId.TryParse(value.Text, out var id) ? id : default)] },
        SpanField.SpanId when query.SpanIds.IsEmpty => query with { SpanIds = [.. values.Select(value => SpanId.TryParse(value.Text, out var id) ? id : default)] },
        SpanField.SessionId when query.SessionIds.IsEmpty => query with { SessionIds = [.. values.Select(value => value.Text!)] },
        _ => query,
    };
}
