using Microsoft.ML.Tokenizers;

namespace Weir.Gateway.Metering;

/// <summary>Counts tokens ourselves, for answers whose provider did not say; what it gives is always marked as an estimate.</summary>
public static class TokenCounter
{
    // The tokenizer takes quadratic time on one long word or one long gap; real ones are far shorter than this.
    internal const int LongestWord = 1024;

    // Loading the ranks takes half a second and some 60 MB: only when an answer needs it, once.
    private static readonly Lazy<TiktokenTokenizer> O200k = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));
    private static readonly Lazy<TiktokenTokenizer> Cl100k = new(() => TiktokenTokenizer.CreateForEncoding("cl100k_base"));

    /// <summary>Tokens of a text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="tokenizer">As the catalogue names it; an unknown one is counted as <c>o200k</c>.</param>
    public static long Count(string text, string tokenizer)
    {
        var encoding = tokenizer == "cl100k" ? Cl100k : O200k;
        long tokens = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = PieceEnd(text, start);
            tokens += encoding.Value.CountTokens(text.AsSpan(start, end - start));
            start = end;
        }

        return tokens;
    }

    /// <summary>
    /// The whole rest, unless it holds a run of white space, or one without any, that is longer than any word: then up to that run's first part.
    /// Or a name in <c>&lt;|…|&gt;</c>: then up to the name, because <c>&lt;|endoftext|&gt;</c> in a message is text like any other, not one special token; a token ends there in any case.
    /// </summary>
    internal static int PieceEnd(string text, int start)
    {
        var run = 0;
        var isGap = false;
        for (var at = start; at < text.Length; at++)
        {
            run = char.IsWhiteSpace(text[at]) == isGap ? run + 1 : 1;
            isGap = char.IsWhiteSpace(text[at]);
            if (run > LongestWord)
            {
                return char.IsLowSurrogate(text[at]) ? at - 1 : at;
            }

            if (at - start >= 2 && text[at - 2] == '<' && text[at - 1] == '|' && char.IsAsciiLetter(text[at]))
            {
                return at;
            }
        }

        return text.Length;
    }
}
