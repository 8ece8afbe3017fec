using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Weir.Simulator.Text;

/// <summary>What an answer can pick up from the prompt: the question, its topics, the names in it and the length it asks for.</summary>
internal sealed partial record PromptWords
{
    private const int LongestScan = 4_000;
    private const int LongestQuote = 80;
    private const int LongestWord = 24;
    private const int MostTopics = 12;
    private const int MostWantedWords = 4_000;

    private static readonly FrozenSet<string> Fillers = (
        "a about above after again all also am an and any are aren as ask at be because been before being below between both but by can could did do does doing don down each few for from further "
        + "get give given go had has have having he her here hers him his how i if in into is isn it its just let like ll make many may me might more most much must my name need no nor not now of off on once one only "
        + "or other our out over own please re same say see she should so some such tell than thank thanks that the their them then there these they this those through to too under until up us use using ve very want was "
        + "we were what when where which while who whom why will with word words would write you your").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // For "Hi": what every message has.
    private static readonly string[] Spares = ["your message", "the question behind it"];

    /// <summary>First sentence of the last user message, shortened to fit in a line.</summary>
    public required string Quote { get; init; }

    /// <summary>Words that carry the question, in their order; at least two.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>Capitalised words inside a sentence.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Words asked for ("in 200 words"); 0 when the prompt does not say.</summary>
    public required int WantedWords { get; init; }

    public static PromptWords Of(string prompt)
    {
        var text = prompt.Length > LongestScan ? prompt[..LongestScan] : prompt;
        var words = WordPattern().Matches(text).Select(match => match.Value).ToList();
        var topics = words.Where(IsTopic).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTopics).Select(Shorten).ToImmutableArray();
        return new PromptWords
        {
            Quote = QuoteOf(text),
            Topics = topics.Length < 2 ? [.. topics, .. Spares] : topics,
            Names = [.. NamePattern().Matches(text).Select(match => match.Value).Where(IsTopic).Distinct(StringComparer.Ordinal).Take(MostTopics)],
            WantedWords = LengthPattern().Match(text) is { Success: true } wish ? Math.Min(int.Parse(wish.Groups["count"].Value, CultureInfo.InvariantCulture), MostWantedWords) : 0,
        };
    }

    /// <summary>Whether a word says nothing of what a text is about.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    private static bool IsTopic(string word) => (word.Length > 2 || word[0] > 0x2E80) && !Fillers.Contains(word);

    private static string Shorten(string word) => word.Length <= LongestWord ? word : Head(word, LongestWord);

    private static string QuoteOf(string text)
    {
        var line = SpacePattern().Replace(text, " ").Trim();
        var end = SentenceEndPattern().Match(line);
        var sentence = end.Success ? line[..(end.Index + 1)] : line;
        return sentence.Length <= LongestQuote ? sentence : Head(sentence, LongestQuote).TrimEnd() + "…";
    }

    // Whole characters only: half an emoji is not text.
    private static string Head(string text, int length)
    {
        var head = new StringBuilder(length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (head.Length + rune.Utf16SequenceLength > length)
            {
                break;
            }

            head.Append(rune.ToString());
        }

        return head.ToString();
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{Nd}'’_-]*", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{M}'’-]+", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\b(?<count>\d{1,6})[ -](?:words?|tokens?)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@"[\s\p{C}-[\p{Cs}\p{Cf}]]+", RegexOptions.None, 1000)]
    private static partial Regex SpacePattern();

    [GeneratedRegex(@"[.?!](?= )|[。？！]", RegexOptions.None, 1000)]
    private static partial Regex SentenceEndPattern();
}
