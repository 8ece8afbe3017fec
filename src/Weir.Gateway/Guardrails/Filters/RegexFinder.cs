using System.Text.RegularExpressions;

namespace Weir.Gateway.Guardrails.Filters;

/// <summary>Finds the matches of a regular expression.</summary>
/// <param name="regex">Without backtracking.</param>
/// <param name="isMeant">Whether a match is what is looked for: what no regular expression can say. Null: every one is.</param>
internal sealed class RegexFinder(Regex regex, Func<string, TextMatch, bool>? isMeant = null)
{
    // More than these in one text: the whole text counts as one.
    private const int MostMatches = 100_000;

    public void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        var before = found.Count;
        foreach (var match in regex.EnumerateMatches(text))
        {
            budget.Check();
            var place = new TextMatch(match.Index, match.Length);
            if (match.Length > 0 && isMeant?.Invoke(text, place) is not false)
            {
                found.Add(place);
            }

            if (found.Count - before > MostMatches)
            {
                found.RemoveRange(before, found.Count - before);
                found.Add(new TextMatch(0, text.Length));
                return;
            }
        }

        budget.Check();
    }
}
