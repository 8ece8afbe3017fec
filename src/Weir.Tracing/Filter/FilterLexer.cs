using System.Text;

namespace Weir.Tracing.Filter;

/// <summary>Cuts a filter's text into tokens.</summary>
internal static class FilterLexer
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ",", ".", "-"];

    /// <returns>The tokens, an end token last.</returns>
    /// <exception cref="FilterSyntaxException">Something that no filter has.</exception>
    public static List<FilterToken> Read(string text)
    {
        var tokens = new List<FilterToken>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new FilterToken(FilterTokenKind.End, "", at));
                return tokens;
            }

            tokens.Add(ReadOne(text, ref at));
        }
    }

    private static FilterToken ReadOne(string text, ref int at)
    {
        var start = at;
        var first = text[at];
        if (first is '\'' or '"')
        {
            return new FilterToken(FilterTokenKind.Text, ReadText(text, ref at), start);
        }

        if (char.IsAsciiDigit(first))
        {
            return new FilterToken(FilterTokenKind.Number, ReadNumber(text, ref at), start);
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            return new FilterToken(FilterTokenKind.Name, text[start..at], start);
        }

        if (Array.Find(Signs, sign => text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal)) is not { } found)
        {
            throw Unknown(text, at);
        }

        at += found.Length;
        return new FilterToken(FilterTokenKind.Sign, found, start);
    }

    // 12, 0.5, 1e3, 2.5E-4
    private static string ReadNumber(string text, ref int at)
    {
        var start = at;
        SkipDigits(text, ref at);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            SkipDigits(text, ref at);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                at = digits;
                SkipDigits(text, ref at);
            }
        }

        return text[start..at];
    }

    private static void SkipDigits(string text, ref int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private static string ReadText(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var content = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            _ = content.Append(text[at] == '\\' ? ReadEscape(text, ref at) : text[at]);
            at++;
        }

        if (at == text.Length)
        {
            throw new FilterSyntaxException(start, $"this text has no end; close it with {quote}");
        }

        at++;
        return content.ToString();
    }

    private static char ReadEscape(string text, ref int at)
    {
        at++;
        return (at < text.Length ? text[at] : ' ') switch
        {
            '\\' => '\\',
            '\'' => '\'',
            '"' => '"',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new FilterSyntaxException(at - 1, @"this escape is not known; there are \\ \' \"" \n \r \t"),
        };
    }

    private static FilterSyntaxException Unknown(string text, int at) => new(at, text[at] switch
    {
        '=' => "'=' does not compare; write ==",
        '&' or '|' or '!' => $"'{text[at]}' is not known; write and, or, not",
        '“' or '”' or '‘' or '’' or '`' => $"'{text[at]}' does not begin a text; write ' or \"",
        _ => $"'{text[at]}' is not known here",
    });
}
