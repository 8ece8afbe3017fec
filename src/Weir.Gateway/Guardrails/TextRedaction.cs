using System.Text;

namespace Weir.Gateway.Guardrails;

/// <summary>Works out what of a text is replaced, so that nothing that a filter looks for is left in it.</summary>
internal static class TextRedaction
{
    // What is put in changes what stands beside it, and can make a match of it; each time something more goes. It never took more than two.
    private const int MostRounds = 8;

    /// <param name="text">As it was sent.</param>
    /// <param name="edits">What was found in it; in any order, overlapping or not.</param>
    /// <param name="filters">Those that redact in it.</param>
    /// <param name="search">Searches with them.</param>
    /// <returns>In order, without overlaps.</returns>
    public static List<TextEdit> Complete(string text, List<TextEdit> edits, IReadOnlyList<TextFilter> filters, ContentSearch search)
    {
        edits = Merge(text, edits);
        for (var round = 0; round < MostRounds; round++)
        {
            var more = FindMore(text, edits, filters, search);
            if (more.Count == 0)
            {
                return edits;
            }

            edits = Merge(text, [.. edits, .. more]);
        }

        return [new TextEdit(0, text.Length, edits[0].Placeholder)];
    }

    /// <summary>A text with its replacements.</summary>
    public static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            _ = result.Append(text, at, edit.Start - at).Append(edit.Placeholder);
            at = edit.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // Of matches that overlap one is made, called as the one that begins first, and of those the longest.
    private static List<TextEdit> Merge(string text, List<TextEdit> edits)
    {
        var merged = new List<TextEdit>(edits.Count);
        foreach (var edit in edits.Select(edit => Whole(text, edit)).OrderBy(edit => edit.Start).ThenByDescending(edit => edit.Length))
        {
            if (merged.Count > 0 && edit.Start < merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { Length = Math.Max(last.End, edit.End) - last.Start };
            }
            else
            {
                merged.Add(edit);
            }
        }

        return merged;
    }

    // A pattern can match half of a character outside the basic plane; the other half alone is no text.
    private static TextEdit Whole(string text, TextEdit edit)
    {
        var start = edit.Start > 0 && char.IsLowSurrogate(text[edit.Start]) && char.IsHighSurrogate(text[edit.Start - 1]) ? edit.Start - 1 : edit.Start;
        var end = edit.End < text.Length && char.IsLowSurrogate(text[edit.End]) && char.IsHighSurrogate(text[edit.End - 1]) ? edit.End + 1 : edit.End;
        return edit with { Start = start, Length = end - start };
    }

    private static List<TextEdit> FindMore(string text, List<TextEdit> edits, IReadOnlyList<TextFilter> filters, ContentSearch search)
    {
        var redacted = Apply(text, edits);
        var more = new List<TextEdit>();
        foreach (var filter in filters)
        {
            foreach (var match in search.Find(filter, redacted))
            {
                if (Original(text, edits, match) is { } range)
                {
                    more.Add(new TextEdit(range.Start, range.Length, filter.Placeholder));
                }
            }
        }

        return more;
    }

    // What of the text as it was sent a match in the redacted one stands for; null when it is of our own words only.
    private static TextMatch? Original(string text, List<TextEdit> edits, TextMatch match)
    {
        var (start, end, shift) = (-1, -1, 0);
        var at = 0;
        for (var index = 0; index <= edits.Count; index++)
        {
            // The text before a replacement, as it lies in the redacted one.
            var until = index < edits.Count ? edits[index].Start : text.Length;
            var from = Math.Max(match.Start, at + shift);
            var to = Math.Min(match.End, until + shift);
            if (from < to)
            {
                start = start < 0 ? from - shift : start;
                end = to - shift;
            }

            if (index < edits.Count)
            {
                at = edits[index].End;
                shift += edits[index].Placeholder.Length - edits[index].Length;
            }
        }

        return start < 0 ? null : new TextMatch(start, end - start);
    }
}
