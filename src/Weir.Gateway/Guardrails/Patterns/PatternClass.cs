using System.Text;

namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>Translates a class of characters: <c>[a-z\d]</c>.</summary>
internal static class PatternClass
{
    /// <exception cref="InvalidPatternException">It is not closed, or empty.</exception>
    public static string Translate(string pattern, ref int at)
    {
        at++;
        var isNegated = at < pattern.Length && pattern[at] == '^';
        at += isNegated ? 1 : 0;
        var members = Members(pattern, ref at);
        return members.Length > 0 ? $"[{(isNegated ? "^" : "")}{members}]"
            : isNegated ? @"[\0-\uffff]"
            : throw new InvalidPatternException("the class '[]' matches nothing");
    }

    private static string Members(string pattern, ref int at)
    {
        var members = new StringBuilder();

        // A hyphen is one beside a set, as in [\w-.], where .NET would begin a range.
        var isAfterSet = true;
        while (at < pattern.Length && pattern[at] != ']')
        {
            var next = pattern[at];
            if (next == '\\')
            {
                at++;
                isAfterSet = Escape(pattern, ref at, members);
                continue;
            }

            at++;
            _ = members.Append(next switch
            {
                '-' when isAfterSet || IsBeforeSet(pattern, at) => @"\-",
                '[' or '^' => $"\\{next}",
                _ => next.ToString(),
            });
            isAfterSet = next == '-' && isAfterSet;
        }

        if (at >= pattern.Length)
        {
            throw new InvalidPatternException("a class '[' is not closed");
        }

        at++;
        return members.ToString();
    }

    private static bool Escape(string pattern, ref int at, StringBuilder members)
    {
        if (PatternEscape.Set(pattern, at) is { } set)
        {
            at++;
            _ = members.Append(set);
            return true;
        }

        if (pattern[at] == 'b')
        {
            at++;
            _ = members.Append(@"\x08");
            return false;
        }

        var isProperty = pattern[at] is 'p' or 'P';
        var character = PatternEscape.Character(pattern, ref at);
        _ = character.StartsWith("(?:", StringComparison.Ordinal)
            ? throw new InvalidPatternException("characters above \\uffff cannot stand in a class; write them as alternatives")
            : members.Append(character);
        return isProperty;
    }

    private static bool IsBeforeSet(string pattern, int at) =>
        at < pattern.Length && (pattern[at] == ']' || (pattern[at] == '\\' && (PatternEscape.Set(pattern, at + 1) is not null || pattern[at + 1] is 'p' or 'P')));
}
