using System.Collections.Immutable;

namespace Weir.Tracing.Filter;

/// <summary>Reads the filter language: <c>span_kind == 'LLM' and (latency_ms &gt; 500 or 'refund' in input.value)</c>.</summary>
/// <remarks>
/// The language is that of Phoenix's filter expressions, which is a part of Python's. Bounded by <see cref="LongestText"/>,
/// <see cref="MostConditions"/>, <see cref="DeepestNesting"/> and <see cref="MostItems"/>.
/// </remarks>
public sealed class FilterParser
{
    private const int LongestText = 4096;
    private const int MostConditions = 100;
    private const int DeepestNesting = 32;
    private const int MostItems = 100;

    private readonly FilterTokens _tokens;
    private readonly FilterTermReader _terms;
    private int _depth;
    private int _conditions;

    private FilterParser(FilterTokens tokens)
    {
        _tokens = tokens;
        _terms = new FilterTermReader(tokens);
    }

    /// <summary>The filter; null, with what is wrong, when it is not one.</summary>
    public static SpanFilter? TryParse(string text, out FilterProblem? problem)
    {
        problem = null;
        try
        {
            return Parse(text);
        }
        catch (FilterSyntaxException wrong)
        {
            problem = new FilterProblem(wrong.Position + 1, wrong.Message + ".");
            return null;
        }
    }

    private static SpanFilter Parse(string text)
    {
        if (text.Length > LongestText)
        {
            throw new FilterSyntaxException(LongestText, $"the filter has {text.Length} characters; at most {LongestText} are read");
        }

        var broken = text.AsSpan().IndexOf('\0') is >= 0 and var zero ? zero : IndexOfHalfCharacter(text);
        if (broken >= 0)
        {
            throw new FilterSyntaxException(broken, "this is not a valid character");
        }

        var tokens = new FilterTokens(FilterLexer.Read(text));
        if (tokens.Next.Kind == FilterTokenKind.End)
        {
            throw new FilterSyntaxException(0, "the filter is empty; write span_kind == 'LLM' for example");
        }

        var root = new FilterParser(tokens).ReadOr();
        return tokens.Next.Kind == FilterTokenKind.End ? new SpanFilter(root) : throw Unexpected(tokens.Next);
    }

    private static int IndexOfHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static FilterSyntaxException Unexpected(FilterToken token) => new(token.Position, token.Text switch
    {
        ")" => "this ) closes nothing",
        "==" or "!=" or "<" or "<=" or ">" or ">=" => "one comparison cannot follow another; write a < b and b < c",
        _ => $"{token.Shown} cannot stand here; join conditions with and, or",
    });

    private FilterNode ReadOr()
    {
        var left = ReadAnd();
        while (_tokens.TryTake("or"))
        {
            left = new OrNode(left, ReadAnd());
        }

        return left;
    }

    private FilterNode ReadAnd()
    {
        var left = ReadNot();
        while (_tokens.TryTake("and"))
        {
            left = new AndNode(left, ReadNot());
        }

        return left;
    }

    private FilterNode ReadNot()
    {
        var start = _tokens.Next;
        if (start.Is("not"))
        {
            _tokens.Skip();
            return new NotNode(Nested(start, ReadNot));
        }

        if (!start.Is("("))
        {
            return ReadCondition();
        }

        _tokens.Skip();
        var inner = Nested(start, ReadOr);
        _tokens.Take(")", "close the ( before it");
        return inner;
    }

    private FilterNode Nested(FilterToken at, Func<FilterNode> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw new FilterSyntaxException(at.Position, $"conditions lie more than {DeepestNesting} deep in each other");
        }

        var node = read();
        _depth--;
        return node;
    }

    private FilterNode ReadCondition()
    {
        var start = _tokens.Next;
        if (++_conditions > MostConditions)
        {
            throw new FilterSyntaxException(start.Position, $"there are more than {MostConditions} conditions; use in [...] for many values");
        }

        if (_terms.TryReadSearch(out var search))
        {
            return search!;
        }

        if (_terms.TryReadAnnotation(out var annotation, out var presence))
        {
            return presence ?? ReadComparison(start, annotation!);
        }

        return ReadComparison(start, _terms.Read());
    }

    private FilterNode ReadComparison(FilterToken start, FilterTerm left)
    {
        var sign = _tokens.Next;
        if (_tokens.TryTake("is"))
        {
            return ReadNone(sign, left);
        }

        if (_tokens.TryTake("in"))
        {
            return ReadIn(start, left);
        }

        if (_tokens.TryTake("not"))
        {
            _tokens.Take("in", "after a value only 'not in' can stand");
            return new NotNode(ReadIn(start, left));
        }

        if (FilterComparisons.OperatorOf(sign) is not { } compare)
        {
            throw new FilterSyntaxException(sign.Position, $"{sign.Shown} cannot stand here; after a value write ==, !=, <, <=, >, >=, in, not in, or is None");
        }

        _tokens.Skip();
        var right = _tokens.Next;
        return FilterComparisons.Of(left, start, compare, sign, _terms.Read(), right);
    }

    private FilterNode ReadNone(FilterToken sign, FilterTerm term)
    {
        var isNegated = _tokens.TryTake("not");
        if (!_tokens.TryTake("None") && !_tokens.TryTake("null"))
        {
            throw new FilterSyntaxException(_tokens.Next.Position, "after 'is' write None or not None; equal is ==");
        }

        var present = term is LiteralTerm
            ? throw new FilterSyntaxException(sign.Position, "a value that is written down is always there; name a field before 'is'")
            : new PresenceNode(term);
        return isNegated ? present : new NotNode(present);
    }

    private FilterNode ReadIn(FilterToken start, FilterTerm left)
    {
        var list = _tokens.Next;
        var close = list.Text switch
        {
            "[" when list.Kind == FilterTokenKind.Sign => "]",
            "(" when list.Kind == FilterTokenKind.Sign => ")",
            _ => null,
        };
        if (close is not null)
        {
            return ReadMembership(start, left, close);
        }

        var whole = _terms.Read();
        return left is LiteralTerm { Value: { Kind: FilterValueKind.Text } part }
            ? FilterComparisons.Contains(whole, list, part.Text!, start)
            : throw new FilterSyntaxException(list.Position, "after 'in' write a list such as ['a', 'b'], or put a text in quotes before 'in' to search for it");
    }

    private MembershipNode ReadMembership(FilterToken start, FilterTerm term, string close)
    {
        if (term is LiteralTerm)
        {
            throw new FilterSyntaxException(start.Position, "before 'in [...]' name a field, not a value");
        }

        _tokens.Skip();
        var values = ImmutableArray.CreateBuilder<FilterValue>();
        while (!_tokens.TryTake(close))
        {
            if (values.Count == MostItems)
            {
                throw new FilterSyntaxException(_tokens.Next.Position, $"the list has more than {MostItems} values");
            }

            var at = _tokens.Next;
            values.Add(FilterComparisons.ValueFor(term, CompareOperator.Equal, _terms.ReadLiteral(), at));
            if (!_tokens.Next.Is(close))
            {
                _tokens.Take(",", $"put a comma between values and {close} after the last");
            }
        }

        return new MembershipNode(term, values.ToImmutable());
    }
}
