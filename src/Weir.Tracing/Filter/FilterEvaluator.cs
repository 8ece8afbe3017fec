using Weir.Tracing.Annotations;
using Weir.Tracing.Query;

namespace Weir.Tracing.Filter;

/// <summary>Says whether a filter holds for a span.</summary>
public static class FilterEvaluator
{
    public static bool Holds(FilterNode node, IFilterSubject span) => node switch
    {
        AndNode both => Holds(both.Left, span) && Holds(both.Right, span),
        OrNode any => Holds(any.Left, span) || Holds(any.Right, span),
        NotNode not => !Holds(not.Inner, span),
        ComparisonNode compare => ValuesOf(compare.Left, span).Any(left => Compare(left, compare.Operator, ValuesOf(compare.Right, span).Single())),
        ContainsNode contains => Contains(contains, span),
        MembershipNode member => ValuesOf(member.Term, span).Any(value => member.Values.Any(item => Compare(value, CompareOperator.Equal, item))),
        PresenceNode present => ValuesOf(present.Term, span).Any(value => value.Kind != FilterValueKind.None),
        SearchNode search => span.HasWords(search.Words),
        AnnotationPresenceNode annotation => span.AnnotationsOf(annotation.Scope, annotation.Name).Count > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "This kind of condition cannot be asked."),
    };

    private static IEnumerable<FilterValue> ValuesOf(FilterTerm term, IFilterSubject span) => term switch
    {
        LiteralTerm literal => [literal.Value],
        FieldTerm field => [span.ValueOf(field.Field)],
        AttributeTerm attribute => [AttributePath.TryFind(span.Attributes, attribute.Path, out var json) ? JsonFilterValue.Of(json) : FilterValue.None],
        AnnotationTerm annotation => span.AnnotationsOf(annotation.Scope, annotation.Name).Select(values => MemberOf(values, annotation.Member)),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "This kind of value cannot be read."),
    };

    private static FilterValue MemberOf(AnnotationValues values, AnnotationMember member) => member switch
    {
        AnnotationMember.Label => FilterValue.Of(values.Label),
        AnnotationMember.Explanation => FilterValue.Of(values.Explanation),
        _ => FilterValue.Of(values.Score is { } score ? JsonFilterValue.ToDecimal(score) : null),
    };

    private static bool Contains(ContainsNode contains, IFilterSubject span)
    {
        if (contains.Whole is AttributeTerm attribute)
        {
            return AttributePath.TryFind(span.Attributes, attribute.Path, out var json) && JsonFilterValue.Contains(json, contains.Part);
        }

        return ValuesOf(contains.Whole, span).Any(value => value.Text?.Contains(contains.Part, StringComparison.Ordinal) == true);
    }

    private static bool Compare(FilterValue left, CompareOperator compare, FilterValue right)
    {
        if (left.Kind == FilterValueKind.None || right.Kind == FilterValueKind.None)
        {
            return false;
        }

        return compare switch
        {
            CompareOperator.Equal => IsEqual(left, right),
            CompareOperator.NotEqual => !IsEqual(left, right),
            _ => left.Kind == FilterValueKind.Number && right.Kind == FilterValueKind.Number && IsOrdered(left.Number.CompareTo(right.Number), compare),
        };
    }

    private static bool IsEqual(FilterValue left, FilterValue right) => left == right && left.Kind != FilterValueKind.Other;

    private static bool IsOrdered(int order, CompareOperator compare) => compare switch
    {
        CompareOperator.Less => order < 0,
        CompareOperator.LessOrEqual => order <= 0,
        CompareOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
