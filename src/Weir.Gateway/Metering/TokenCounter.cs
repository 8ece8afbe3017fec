using SharpToken;

namespace Weir.Gateway.Metering;

/// <summary>Counts tokens ourselves, for answers whose provider did not say; what it gives is always marked as an estimate.</summary>
public static class TokenCounter
{
    // The tokenizer takes quadratic time on one long word or one long gap; real ones are far shorter than this.
    internal const int LongestWord = 1024;

    // Loading the ranks takes seconds and some 200 MB: only when an answer needs it, once.
    private static readonly Lazy<GptEncoding> O200k = new(() => GptEncoding.GetEncoding("o200k_base"));
    private static readonly Lazy<GptEncoding> Cl100k = new(() => GptEncoding.GetEncoding("cl100k_base"));

    // Empty sets: "<|endoftext|>" in a message is text like any other, not a command and not an error.
    private static readonly HashSet<string> NoSpecialTokens = [];

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
            tokens += encoding.Value.Encode(text[start..end], NoSpecialTokens, NoSpecialTokens).Count;
            start = end;
        }

        return tokens;
    }

    /// <summary>The whole rest, unless it holds a run of white space, or one without any, that is longer than any word: then up to that run's first part.</summary>
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
        }

        return text.Length;
    }
}
