using System.Text.RegularExpressions;

namespace Weir.Gateway.Dispatch;

/// <summary>Takes credentials out of text that a provider sent, because error bodies like to echo them.</summary>
internal static partial class SecretScrubber
{
    private const string Mask = "[redacted]";
    private const int LongestRaw = 4096;

    /// <summary>The text without anything that looks like a credential, at most 4 KiB of it.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="knownSecrets">What the request was sent or signed with.</param>
    public static string Scrub(string text, IEnumerable<string> knownSecrets)
    {
        var known = knownSecrets.Where(secret => secret.Length > 0).Aggregate(text, (left, secret) => left.Replace(secret, Mask, StringComparison.Ordinal));
        var cut = known.Length > LongestRaw ? known[..LongestRaw] : known;
        return Credentials().Replace(cut, Mask);
    }

    // Keys by their usual prefixes (sk-…, gsk_…, xai-…, AIza…, ABSK…) and whatever follows the word Bearer.
    [GeneratedRegex(
        @"\b(?:sk|pk|rk|gsk|xai|key|fw|r8|hf)[-_][A-Za-z0-9_\-]{8,}|\b(?:AIza|ABSK)[A-Za-z0-9_\-+/=]{20,}|(?<=[Bb]earer\s)[^\s""',}]{8,}",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Credentials();
}
