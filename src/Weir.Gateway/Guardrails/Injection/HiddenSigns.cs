using System.Buffers;
using System.Text;

namespace Weir.Gateway.Guardrails.Injection;

/// <summary>Finds injections with signs between their letters that nobody sees: zero-width spaces and joiners, soft hyphens.</summary>
internal static class HiddenSigns
{
    private static readonly SearchValues<char> Hidden = SearchValues.Create("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff");

    public static void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        if (!text.AsSpan().ContainsAny(Hidden))
        {
            return;
        }

        var seen = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!Hidden.Contains(text[at]))
            {
                _ = seen.Append(text[at]);
                places.Add(at);
            }
        }

        var inSeen = new List<TextMatch>();
        var clean = seen.ToString();
        foreach (var pattern in InjectionPatterns.All)
        {
            pattern.Find(clean, budget, inSeen);
            budget.Check();
        }

        foreach (var match in inSeen)
        {
            var (start, last) = (places[match.Start], places[match.End - 1]);
            found.Add(new TextMatch(start, last + 1 - start, match.Pattern));
        }
    }
}
