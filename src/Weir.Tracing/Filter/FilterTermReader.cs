using System.Globalization;
using System.Text;
using Weir.Tracing.Annotations;
using Weir.Tracing.Search;

namespace Weir.Tracing.Filter;

/// <summary>Reads what has a value: fields, attributes, parts of annotations, literals.</summary>
internal sealed class FilterTermReader(FilterTokens tokens)
{
    private const int LongestPath = 512;
    private const int MostWords = 32;

    /// <summary>Reads <c>annotations['x']</c> or <c>annotations['x'].score</c>; false when something else stands here.</summary>
    public bool TryReadAnnotation(out AnnotationTerm? term, out AnnotationPresenceNode? presence)
    {
        (term, presence) = (null, null);
        if (ScopeOf(tokens.Next) is not { } scope)
        {
            return false;
        }

        tokens.Skip();
        tokens.Take("[", "write annotations['name'].score");
        var name = tokens.TakeText("it names the annotation");
        tokens.Take("]", "close the [ before it");
        if (tokens.TryTake("."))
        {
            term = new AnnotationTerm(scope, name, ReadMember());
        }
        else
        {
            presence = new AnnotationPresenceNode(scope, name);
        }

        return true;
    }

    /// <summary>Reads <c>search('refund polic*')</c>; false when something else stands here.</summary>
    public bool TryReadSearch(out SearchNode? search)
    {
        search = null;
        if (tokens.Next is not { Kind: FilterTokenKind.Name, Text: "search" })
        {
            return false;
        }

        tokens.Skip();
        tokens.Take("(", "write search('words')");
        var at = tokens.Next;
        var words = SearchWord.Read(tokens.TakeText("these are the words to search for"));
        tokens.Take(")", "close the ( before it");
        if (words.Length is 0 or > MostWords)
        {
            throw new FilterSyntaxException(at.Position, words.IsEmpty ? "there is no word to search for: letters or digits" : $"at most {MostWords} words are searched for at once");
        }

        search = new SearchNode(string.Join(' ', words));
        return true;
    }

    /// <summary>A literal, a field, an attribute or a part of an annotation.</summary>
    public FilterTerm Read()
    {
        var start = tokens.Next;
        if (start.Kind is FilterTokenKind.Text or FilterTokenKind.Number || start.Is("-") || IsWord(start))
        {
            return new LiteralTerm(ReadLiteral());
        }

        if (TryReadAnnotation(out var annotation, out _))
        {
            return annotation ?? throw new FilterSyntaxException(start.Position, "say which part of the annotation: .label, .score or .explanation");
        }

        return start.Kind == FilterTokenKind.Name && !IsReserved(start.Text)
            ? ReadPath(start)
            : throw new FilterSyntaxException(start.Position, $"{start.Shown} stands where a field, an attribute or a value is expected");
    }

    /// <summary>A text, a number, True or False.</summary>
    public FilterValue ReadLiteral()
    {
        var token = tokens.Next;
        tokens.Skip();
        switch (token.Kind)
        {
            case FilterTokenKind.Text:
                return FilterValue.Of(token.Text);
            case FilterTokenKind.Number:
                return FilterValue.Of(NumberOf(token));
            case FilterTokenKind.Sign when token.Text == "-" && tokens.Next.Kind == FilterTokenKind.Number:
                var number = tokens.Next;
                tokens.Skip();
                return FilterValue.Of(-NumberOf(number));
            case FilterTokenKind.Name when IsTruth(token.Text):
                return FilterValue.Of(token.Text is "True" or "true");
            case FilterTokenKind.Name when token.Text is "None" or "null":
                return FilterValue.None;
            default:
                throw new FilterSyntaxException(token.Position, $"{token.Shown} stands where a value is expected: a text in quotes, a number, True or False");
        }
    }

    private static decimal NumberOf(FilterToken token) =>
        decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FilterSyntaxException(token.Position, $"the number {token.Text} is too large");

    private static bool IsWord(FilterToken token) => token.Kind == FilterTokenKind.Name && (IsTruth(token.Text) || token.Text is "None" or "null");

    private static bool IsTruth(string text) => text is "True" or "true" or "False" or "false";

    private static bool IsReserved(string text) => text is "and" or "or" or "not" or "in" or "is";

    private static AnnotationScope? ScopeOf(FilterToken token) => token.Kind != FilterTokenKind.Name ? null : token.Text switch
    {
        "annotations" or "evals" => AnnotationScope.Span,
        "trace_annotations" => AnnotationScope.Trace,
        "session_annotations" => AnnotationScope.Session,
        _ => null,
    };

    private AnnotationMember ReadMember()
    {
        var member = tokens.Next;
        tokens.Skip();
        return member.Text switch
        {
            "label" => AnnotationMember.Label,
            "score" => AnnotationMember.Score,
            "explanation" => AnnotationMember.Explanation,
            _ => throw new FilterSyntaxException(member.Position, $"an annotation has no {member.Shown}; it has .label, .score and .explanation"),
        };
    }

    // llm.model_name, attributes['a.b'], metadata['tier'], llm.input_messages[0]['message.content']
    private FilterTerm ReadPath(FilterToken start)
    {
        tokens.Skip();
        var isAttributes = start.Text == "attributes" && (tokens.Next.Is("[") || tokens.Next.Is("."));
        var path = new StringBuilder(isAttributes ? "" : start.Text);
        var hasSteps = false;
        while (TryReadStep(out var step))
        {
            _ = (path.Length > 0 ? path.Append('.') : path).Append(step);
            hasSteps = true;
        }

        if (path.Length is 0 or > LongestPath)
        {
            throw new FilterSyntaxException(start.Position, path.Length == 0 ? "the attribute has no name" : $"the name of the attribute has more than {LongestPath} characters");
        }

        var name = path.ToString();
        if (SpanFieldTable.Find(name) is { } field)
        {
            return new FieldTerm(field);
        }

        return hasSteps ? new AttributeTerm(name) : throw NoField(start);
    }

    private bool TryReadStep(out string step)
    {
        step = "";
        if (tokens.TryTake("."))
        {
            var name = tokens.Next;
            tokens.Skip();
            step = name.Kind is FilterTokenKind.Name or FilterTokenKind.Number
                ? name.Text
                : throw new FilterSyntaxException(name.Position, $"{name.Shown} stands where a name is expected after the dot");
            return true;
        }

        if (!tokens.TryTake("["))
        {
            return false;
        }

        var key = tokens.Next;
        tokens.Skip();
        step = key.Kind is FilterTokenKind.Text or FilterTokenKind.Number && key.Text.Length > 0
            ? key.Text
            : throw new FilterSyntaxException(key.Position, $"{key.Shown} stands where a name in quotes or a number is expected");
        tokens.Take("]", "close the [ before it");
        return true;
    }

    private static FilterSyntaxException NoField(FilterToken name)
    {
        var near = SpanFieldTable.Names.FirstOrDefault(known => IsNear(known, name.Text));
        return new FilterSyntaxException(
            name.Position,
            $"there is no field '{name.Text}'{(near is null ? "" : $", but there is {near}")}; for an attribute write attributes['{name.Text}']");
    }

    private static bool IsNear(string known, string given) =>
        known.StartsWith(given, StringComparison.OrdinalIgnoreCase)
        || known.EndsWith(given, StringComparison.OrdinalIgnoreCase)
        || given.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        || known.Replace("_", "", StringComparison.Ordinal).StartsWith(given.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
