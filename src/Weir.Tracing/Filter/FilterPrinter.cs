using System.Globalization;
using System.Text;
using Weir.Tracing.Annotations;
using Weir.Tracing.Query;

namespace Weir.Tracing.Filter;

/// <summary>Writes a filter in its plain form.</summary>
internal static class FilterPrinter
{
    public static string Print(FilterNode node) => node switch
    {
        // Left to right, as it is read: the left of a chain needs no parentheses, the right does.
        AndNode both => $"{(both.Left is AndNode ? Print(both.Left) : Inside(both.Left))} and {Inside(both.Right)}",
        OrNode any => $"{(any.Left is OrNode ? Print(any.Left) : Inside(any.Left))} or {Inside(any.Right)}",
        NotNode { Inner: PresenceNode absent } => $"{Print(absent.Term)} is None",
        NotNode not => $"not {Inside(not.Inner)}",
        ComparisonNode compare => $"{Print(compare.Left)} {Sign(compare.Operator)} {Print(compare.Right, compare.Left.Type)}",
        ContainsNode contains => $"{Quote(contains.Part)} in {Print(contains.Whole)}",
        MembershipNode member => $"{Print(member.Term)} in [{string.Join(", ", member.Values.Select(value => Print(value, member.Term.Type)))}]",
        PresenceNode present => $"{Print(present.Term)} is not None",
        SearchNode search => $"search({Quote(search.Text)})",
        AnnotationPresenceNode annotation => Annotation(annotation.Scope, annotation.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "This kind of condition cannot be written."),
    };

    public static string Sign(CompareOperator compare) => compare switch
    {
        CompareOperator.Equal => "==",
        CompareOperator.NotEqual => "!=",
        CompareOperator.Less => "<",
        CompareOperator.LessOrEqual => "<=",
        CompareOperator.Greater => ">",
        _ => ">=",
    };

    private static string Inside(FilterNode node) => node is AndNode or OrNode ? $"({Print(node)})" : Print(node);

    private static string Print(FilterTerm term, FieldType beside = FieldType.Any) => term switch
    {
        FieldTerm field => SpanFieldTable.NameOf(field.Field),
        AttributeTerm attribute => $"attributes[{Quote(attribute.Path)}]",
        AnnotationTerm annotation => $"{Annotation(annotation.Scope, annotation.Name)}.{annotation.Member.ToString().ToLowerInvariant()}",
        LiteralTerm literal => Print(literal.Value, beside),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "This kind of value cannot be written."),
    };

    private static string Annotation(AnnotationScope scope, string name) => scope switch
    {
        AnnotationScope.Span => "annotations",
        AnnotationScope.Trace => "trace_annotations",
        _ => "session_annotations",
    } + $"[{Quote(name)}]";

    private static string Print(FilterValue value, FieldType type) => value.Kind switch
    {
        FilterValueKind.Text => Quote(value.Text!),
        FilterValueKind.Truth => value.Number == 1 ? "True" : "False",
        FilterValueKind.Number when type == FieldType.Time => Quote(UnixNanos.ToNanosText((long)value.Number)),
        _ => value.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'", text.Length + 2);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\\' => quoted.Append(@"\\"),
                '\'' => quoted.Append(@"\'"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                _ => quoted.Append(unit),
            };
        }

        return quoted.Append('\'').ToString();
    }
}
