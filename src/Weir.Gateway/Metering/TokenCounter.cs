using SharpToken;

namespace Weir.Gateway.Metering;

/// <summary>Counts tokens ourselves, for answers whose provider did not say; what it gives is always marked as an estimate.</summary>
public static class TokenCounter
{
    // Loading the ranks takes a moment and some megabytes: only when an answer needs it, once.
    private static readonly Lazy<GptEncoding> O200k = new(() => GptEncoding.GetEncoding("o200k_base"));
    private static readonly Lazy<GptEncoding> Cl100k = new(() => GptEncoding.GetEncoding("cl100k_base"));

    /// <summary>Tokens of a text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="tokenizer">As the catalogue names it; an unknown one is counted as <c>o200k</c>.</param>
    public static long Count(string text, string tokenizer) =>
        text.Length == 0 ? 0 : (tokenizer == "cl100k" ? Cl100k : O200k).Value.CountTokens(text);
}
