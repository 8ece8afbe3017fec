using System.Text.RegularExpressions;

namespace Weir.OpenInference;

/// <summary>Removes API keys from error texts: providers quote the key they refused.</summary>
internal static partial class SecretScrubber
{
    public static string Scrub(string text) => Secret().Replace(text, "${scheme}***");

    [GeneratedRegex(@"\b(?<scheme>sk-|Bearer\s+)[A-Za-z0-9_\-*]{12,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
