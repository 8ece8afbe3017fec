using System.Text.RegularExpressions;

namespace Weir.Simulator.Text;

/// <summary>What a text is about, as weighted words and word beginnings: the measure of likeness of the embeddings and the ranking.</summary>
internal static partial class TextFeatures
{
    // "rivers" and "river" share their beginning.
    private const int BeginningLength = 4;
    private const double BeginningWeight = 0.7;
    private const double FillerWeight = 0.1;

    public static IReadOnlyDictionary<string, double> Of(string text)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var match in WordPattern().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            var weight = PromptWords.IsFiller(word) ? FillerWeight : 1;
            features[word] = features.GetValueOrDefault(word) + weight;
            var beginning = (word.Length > BeginningLength ? word[..BeginningLength] : word) + "-";
            features[beginning] = features.GetValueOrDefault(beginning) + (weight * BeginningWeight);
        }

        return features;
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*", RegexOptions.None, 10_000)]
    private static partial Regex WordPattern();
}
