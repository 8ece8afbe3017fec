using System.Text.RegularExpressions;

namespace Weir.Gateway.Guardrails.Filters;

/// <summary>Finds e-mail addresses, telephone numbers and social security numbers.</summary>
internal static class PersonalData
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary><c>ann@example.com</c>, also with letters of other scripts.</summary>
    public static MatchFinder Email { get; } = new RegexFinder(
        new Regex(@"[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}", Options, ScanBudget.Longest)).Find;

    /// <summary>With <c>+</c> and a country's code; or ten digits grouped as in North America. Ten digits without a sign between them are any number.</summary>
    public static MatchFinder Phone { get; } = new RegexFinder(
        new Regex(
            @"\+[1-9](?:[ .\u00a0-]?\(?[0-9]\)?){7,14}|(?:1[ .\u00a0-])?(?:\([2-9][0-9]{2}\)[ .\u00a0-]?|[2-9][0-9]{2}[ .\u00a0-])[0-9]{3}[ .\u00a0-][0-9]{4}",
            Options,
            ScanBudget.Longest),
        StandsAlone).Find;

    /// <summary><c>123-45-6789</c>, as the United States give them out.</summary>
    public static MatchFinder SocialSecurity { get; } = new RegexFinder(
        new Regex(@"[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{3} [0-9]{2} [0-9]{4}", Options, ScanBudget.Longest),
        IsSocialSecurity).Find;

    private static bool IsSocialSecurity(string text, TextMatch match)
    {
        var number = text.AsSpan(match.Start, match.Length);
        return StandsAlone(text, match)
            && number[0] != '9' && !number.StartsWith("000") && !number.StartsWith("666") && !number[4..].StartsWith("00") && !number[7..].StartsWith("0000");
    }

    // Part of a longer number is another number: 2-123-45-6789 has no social security number in it.
    private static bool StandsAlone(string text, TextMatch match) =>
        !IsPartOfNumber(Before(text, match.Start, 1), Before(text, match.Start, 2)) && !IsPartOfNumber(After(text, match.End, 0), After(text, match.End, 1));

    private static bool IsPartOfNumber(char next, char behind) => char.IsAsciiLetterOrDigit(next) || (next is '-' or '.' or '_' && char.IsAsciiDigit(behind));

    private static char Before(string text, int at, int distance) => at >= distance ? text[at - distance] : ' ';

    private static char After(string text, int at, int distance) => at + distance < text.Length ? text[at + distance] : ' ';
}
