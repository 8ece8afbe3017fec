using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Filter;

/// <summary>Makes conditions of two terms, and refuses those that could never hold.</summary>
internal static class FilterComparisons
{
    public static CompareOperator? OperatorOf(FilterToken token) => token.Kind != FilterTokenKind.Sign ? null : token.Text switch
    {
        "==" => CompareOperator.Equal,
        "!=" => CompareOperator.NotEqual,
        "<" => CompareOperator.Less,
        "<=" => CompareOperator.LessOrEqual,
        ">" => CompareOperator.Greater,
        ">=" => CompareOperator.GreaterOrEqual,
        _ => null,
    };

    /// <exception cref="FilterSyntaxException">They cannot be compared so.</exception>
    public static FilterNode Of(FilterTerm left, FilterToken leftAt, CompareOperator compare, FilterToken sign, FilterTerm right, FilterToken rightAt)
    {
        if (left is LiteralTerm literal)
        {
            return right is LiteralTerm
                ? throw new FilterSyntaxException(leftAt.Position, "two written values are compared; name a field on one side")
                : Of(right, rightAt, Turned(compare), sign, literal, leftAt);
        }

        if (right is LiteralTerm { Value.Kind: FilterValueKind.None })
        {
            return compare switch
            {
                CompareOperator.Equal => new NotNode(new PresenceNode(left)),
                CompareOperator.NotEqual => new PresenceNode(left),
                _ => throw new FilterSyntaxException(sign.Position, "None is neither less nor greater than anything; write is None or is not None"),
            };
        }

        if (right is LiteralTerm given)
        {
            return new ComparisonNode(left, compare, new LiteralTerm(ValueFor(left, compare, given.Value, rightAt)));
        }

        if (right is AnnotationTerm || left is AnnotationTerm)
        {
            throw new FilterSyntaxException(rightAt.Position, "an annotation can be compared with a written value only");
        }

        RequireSameType(left, right, rightAt);
        RequireOrdered(left, compare, sign);
        return new ComparisonNode(left, compare, right);
    }

    /// <exception cref="FilterSyntaxException">It cannot be searched.</exception>
    public static ContainsNode Contains(FilterTerm whole, FilterToken wholeAt, string part, FilterToken partAt)
    {
        if (whole.Type is not (FieldType.Text or FieldType.Any) || whole is LiteralTerm)
        {
            throw new FilterSyntaxException(wholeAt.Position, "only texts can be searched with 'in': input.value, name or an attribute for example");
        }

        return part.Length > 0 ? new ContainsNode(whole, part) : throw new FilterSyntaxException(partAt.Position, "the text to search for is empty");
    }

    /// <summary>A written value in the form that a term's values have.</summary>
    /// <exception cref="FilterSyntaxException">The term never has such a value.</exception>
    public static FilterValue ValueFor(FilterTerm term, CompareOperator compare, FilterValue value, FilterToken at)
    {
        if (value.Kind == FilterValueKind.None)
        {
            throw new FilterSyntaxException(at.Position, "None cannot stand in a list; write is None beside it");
        }

        if (compare is not (CompareOperator.Equal or CompareOperator.NotEqual) && !IsOrdered(term, value))
        {
            throw new FilterSyntaxException(at.Position, "only numbers and times are less or greater; compare texts with ==, != or in");
        }

        return term.Type switch
        {
            FieldType.Time => FilterValue.Of(TimeOf(value, at)),
            FieldType.Number => value.Kind == FilterValueKind.Number ? value : throw Wrong(at, "a number", "500 for example"),
            FieldType.Word => WordOf(((FieldTerm)term).Field, value, at),
            FieldType.Id => IdOf(((FieldTerm)term).Field, value, at),
            FieldType.Text => value.Kind == FilterValueKind.Text ? value : throw Wrong(at, "a text", "put it in quotes"),
            _ => value,
        };
    }

    // Of an attribute the written value says what it is.
    private static bool IsOrdered(FilterTerm term, FilterValue value) =>
        term.Type is FieldType.Number or FieldType.Time || (term.Type == FieldType.Any && value.Kind == FilterValueKind.Number);

    private static void RequireSameType(FilterTerm left, FilterTerm right, FilterToken rightAt)
    {
        if (left.Type != right.Type && left.Type != FieldType.Any && right.Type != FieldType.Any)
        {
            throw new FilterSyntaxException(rightAt.Position, "the two sides are of different types, so the comparison never holds");
        }

        if (left.Type == FieldType.Time != (right.Type == FieldType.Time))
        {
            throw new FilterSyntaxException(rightAt.Position, "a time can be compared with a time in quotes or with another time of the span only");
        }
    }

    private static void RequireOrdered(FilterTerm left, CompareOperator compare, FilterToken sign)
    {
        if (compare is not (CompareOperator.Equal or CompareOperator.NotEqual) && left.Type is FieldType.Text or FieldType.Word or FieldType.Id)
        {
            throw new FilterSyntaxException(sign.Position, "only numbers and times are less or greater; compare texts with ==, != or in");
        }
    }

    private static CompareOperator Turned(CompareOperator compare) => compare switch
    {
        CompareOperator.Less => CompareOperator.Greater,
        CompareOperator.LessOrEqual => CompareOperator.GreaterOrEqual,
        CompareOperator.Greater => CompareOperator.Less,
        CompareOperator.GreaterOrEqual => CompareOperator.LessOrEqual,
        _ => compare,
    };

    private static decimal? TimeOf(FilterValue value, FilterToken at) =>
        value.Text is { } text && UnixNanos.TryParse(text, out var nanos) ? nanos : throw Wrong(at, "a time", "'2026-11-01T00:00:00Z' for example");

    private static FilterValue WordOf(SpanField field, FilterValue value, FilterToken at)
    {
        var words = SpanFieldTable.WordsOf(field);
        return value.Text?.ToUpperInvariant() is { } word && words.Contains(word)
            ? FilterValue.Of(word)
            : throw new FilterSyntaxException(at.Position, $"{SpanFieldTable.NameOf(field)} is one of {string.Join(", ", words.Select(known => $"'{known}'"))}");
    }

    private static FilterValue IdOf(SpanField field, FilterValue value, FilterToken at)
    {
        if (field == SpanField.TraceId)
        {
            return TraceId.TryParse(value.Text, out var trace) ? FilterValue.Of(trace.ToString()) : throw Wrong(at, "a trace id", "32 hex digits in quotes");
        }

        return SpanId.TryParse(value.Text, out var span) ? FilterValue.Of(span.ToString()) : throw Wrong(at, "a span id", "16 hex digits in quotes");
    }

    private static FilterSyntaxException Wrong(FilterToken at, string expected, string example) =>
        new(at.Position, $"{at.Shown} stands where {expected} is expected: {example}");
}
