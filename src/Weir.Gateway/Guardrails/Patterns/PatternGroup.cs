namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>A group of a pattern that is being read, or the whole pattern.</summary>
internal sealed class PatternGroup
{
    public long States { get; set; }

    /// <summary>Whether something in it is repeated without a bound.</summary>
    public bool IsUnbounded { get; set; }

    /// <summary>Reads how a group begins, and says how .NET begins the same.</summary>
    /// <exception cref="InvalidPatternException">A group that is not allowed.</exception>
    public static string Opening(string pattern, ref int at)
    {
        var rest = pattern.AsSpan(at);
        if (!rest.StartsWith("(?"))
        {
            at++;
            return "(?:";
        }

        if (rest.StartsWith("(?=") || rest.StartsWith("(?!") || rest.StartsWith("(?<=") || rest.StartsWith("(?<!"))
        {
            throw new InvalidPatternException($"lookaround '{rest[..(rest[2] == '<' ? 4 : 3)]}…)' is not allowed");
        }

        var opening = rest switch
        {
            _ when rest.StartsWith("(?:") => 3,
            _ when rest.StartsWith("(?i:") => 4,
            _ when rest.StartsWith("(?<") && NameLength(rest[3..]) is > 0 and var name => 4 + name,
            _ => throw new InvalidPatternException($"the group '{rest[..Math.Min(rest.Length, 4)]}…' is not one of JavaScript"),
        };
        at += opening;

        // What groups catch is asked for by nobody, and costs time.
        return opening == 4 && rest[2] == 'i' ? "(?i:" : "(?:";
    }

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('>');
        return end > 0 && rest[..end].IndexOfAnyExceptInRange('0', 'z') < 0 ? end : -1;
    }
}
