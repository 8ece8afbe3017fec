namespace Weir.Tracing.Filter;

/// <summary>The tokens of a filter, read from first to last.</summary>
internal sealed class FilterTokens(List<FilterToken> tokens)
{
    private int _at;

    /// <summary>The one to be read next; at the end, the end token.</summary>
    public FilterToken Next => tokens[_at];

    public void Skip() => _at = Math.Min(_at + 1, tokens.Count - 1);

    public bool TryTake(string sign)
    {
        var isThere = Next.Is(sign);
        if (isThere)
        {
            Skip();
        }

        return isThere;
    }

    /// <summary>Takes a sign that must stand here.</summary>
    public void Take(string sign, string advice)
    {
        if (!TryTake(sign))
        {
            throw new FilterSyntaxException(Next.Position, $"{Next.Shown} stands where {sign} is expected; {advice}");
        }
    }

    /// <summary>Takes a text in quotes that must stand here.</summary>
    public string TakeText(string advice)
    {
        var token = Next;
        if (token.Kind != FilterTokenKind.Text)
        {
            throw new FilterSyntaxException(token.Position, $"{token.Shown} stands where a text in quotes is expected; {advice}");
        }

        Skip();
        return token.Text;
    }
}
