using System.Text;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>Finds injections whose letters were pulled apart: <c>i g n o r e   p r e v i o u s   r u l e s</c>, also with full stops, hyphens or underscores.</summary>
internal static class SpacedText
{
    // Of the shortest words two: fewer letters in a row are initials.
    private const int FewestLetters = 6;

    public static void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        var collapsed = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (!StandsAlone(text, at))
            {
                at++;
                continue;
            }

            var end = RunEnd(text, at, collapsed);
            if (collapsed.Length < FewestLetters)
            {
                at = Math.Max(end, at + 1);
                continue;
            }

            var run = collapsed.ToString();
            foreach (var pattern in InjectionPatterns.All)
            {
                if (pattern.IsInCollapsed(run))
                {
                    found.Add(new TextMatch(at, end - at, pattern.Name));
                }
            }

            budget.Check();
            at = end;
        }
    }

    // A run is letters with one separator behind each; several spaces are the space between two words. Gives what it says without them.
    private static int RunEnd(string text, int start, StringBuilder collapsed)
    {
        _ = collapsed.Clear();
        var at = start;
        while (IsLetter(text, at) && !IsLetter(text, at + 1))
        {
            _ = collapsed.Append(text[at]);
            at++;
            var separators = 0;
            while (at + separators < text.Length && separators < 4 && text[at + separators] is ' ' or '.' or '-' or '_' or '*' or '\u00a0')
            {
                separators++;
            }

            if (separators == 0 || !IsLetter(text, at + separators) || IsLetter(text, at + separators + 1))
            {
                break;
            }

            _ = separators > 1 ? collapsed.Append(' ') : collapsed;
            at += separators;
        }

        return at;
    }

    private static bool StandsAlone(string text, int at) => IsLetter(text, at) && !IsLetter(text, at + 1) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static bool IsLetter(string text, int at) => at < text.Length && char.IsLetter(text[at]);
}
