using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>Makes a matcher of a regular expression in the flavour of JavaScript; every one takes time in proportion to the text.</summary>
/// <remarks>
/// Without flags: case counts, <c>.</c> stops at line ends, <c>$</c> is the end of the text. <c>\b</c> knows the letters of all scripts, which in JavaScript it does
/// only for those of ASCII; everything else means what it means there.
/// </remarks>
public static class JsPattern
{
    /// <summary>Characters that a pattern may have.</summary>
    public const int Longest = 100_000;

    /// <returns>Matchers that together match what the pattern does: one, or several for a long list of alternatives.</returns>
    /// <exception cref="InvalidPatternException">It is no regular expression, or one that is not allowed here.</exception>
    public static ImmutableArray<Regex> Compile(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Length is 0 or > Longest
            ? throw new InvalidPatternException($"it has {pattern.Length} characters; 1 to {Longest} are allowed")
            : [.. new JsTranslator(pattern).Translate().Select(Make)];
    }

    private static Regex Make(string translated)
    {
        try
        {
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, ScanBudget.Longest);
        }
        catch (NotSupportedException)
        {
            throw new InvalidPatternException("it is too large: a long text, or repetitions that are long when they are written out");
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidPatternException($"it is not a regular expression of JavaScript: {Reason(wrong.Message)}");
        }
    }

    // "Invalid pattern '…' at offset 3. Unterminated [] set.": the pattern is long, and the caller has it.
    private static string Reason(string message)
    {
        var place = message.LastIndexOf("' at offset ", StringComparison.Ordinal);
        return place < 0 ? message : message[(message.IndexOf(". ", place, StringComparison.Ordinal) + ". ".Length)..];
    }
}
