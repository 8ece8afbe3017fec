using System.Collections.Immutable;

namespace Weir.Gateway.Guardrails;

/// <summary>Searches the texts of one request with the filters of its caller.</summary>
internal sealed class ContentSearch(ImmutableArray<TextFilter> filters, ScanBudget budget)
{
    private readonly List<TextMatch> _matches = [];

    /// <summary>Every match, filter by filter.</summary>
    /// <param name="places">Where the texts are.</param>
    /// <param name="texts">What they say.</param>
    public List<Finding> Run(IReadOnlyList<TextPlace> places, IReadOnlyList<string> texts)
    {
        var findings = new List<Finding>();
        foreach (var filter in filters)
        {
            for (var first = 0; first < places.Count;)
            {
                var count = filter.SeeksInjection ? PartsOf(places, first) : 1;
                if (places[first].IsUser || !filter.UserOnly)
                {
                    Search(filter, texts, first, count, findings);
                }

                first += count;
            }
        }

        return findings;
    }

    /// <summary>The matches of one filter in one text.</summary>
    public List<TextMatch> Find(TextFilter filter, string text)
    {
        _matches.Clear();
        filter.Find(text, budget, _matches);
        return _matches;
    }

    // The parts of one message that one person wrote: what is forbidden must not be had by cutting it in two.
    private static int PartsOf(IReadOnlyList<TextPlace> places, int first)
    {
        var count = 1;
        while (first + count < places.Count && places[first + count].Message == places[first].Message && places[first + count].IsUser == places[first].IsUser)
        {
            count++;
        }

        return count;
    }

    private void Search(TextFilter filter, IReadOnlyList<string> texts, int first, int count, List<Finding> findings)
    {
        var text = count == 1 ? texts[first] : string.Join('\n', texts.Skip(first).Take(count));
        foreach (var match in Find(filter, text))
        {
            var start = 0;
            var isContinued = false;
            for (var place = first; place < first + count; place++)
            {
                // The part of the match that lies in this part of the message.
                var from = Math.Max(match.Start, start);
                var to = Math.Min(match.End, start + texts[place].Length);
                if (from < to)
                {
                    findings.Add(new Finding(place, filter, new TextMatch(from - start, to - from, match.Pattern), isContinued));
                    isContinued = true;
                }

                start += texts[place].Length + 1;
            }
        }
    }
}
