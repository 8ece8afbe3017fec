using System.Globalization;
using System.Text;

namespace Weir.Providers.Translation;

/// <summary>Replaces half surrogate pairs in JSON by U+FFFD, because strict parsers, ours among them, refuse the text that holds one.</summary>
/// <remarks>
/// <code>
/// {"text":"cut \ud83d"}
/// {"text":"cut \ufffd"}
/// </code>
/// </remarks>
internal static class LoneSurrogates
{
    private const int EscapedUnit = 6;

    /// <summary>The same JSON, in the same bytes where nothing is to replace. What is not JSON is left for its parser to find.</summary>
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> json)
    {
        // The low half is in the same range: "\ud8" to "\udf".
        if (json.Span.IndexOf("\\ud"u8) < 0 && json.Span.IndexOf("\\uD"u8) < 0)
        {
            return json;
        }

        var bytes = json.ToArray();
        for (var rest = bytes.AsSpan(); rest.IndexOf((byte)'\\') is >= 0 and var at;)
        {
            rest = rest[at..];
            var taken = Taken(rest);
            if (taken == EscapedUnit && char.IsSurrogate(Unit(rest)))
            {
                "\\ufffd"u8.CopyTo(rest);
            }

            rest = rest[Math.Min(taken, rest.Length)..];
        }

        return bytes;
    }

    /// <summary>The same for a text that is JSON.</summary>
    public static string Replace(string json) =>
        json.Contains("\\u", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Replace(Encoding.UTF8.GetBytes(json)).Span) : json;

    // Bytes of the escape at the front, or of two that make a pair.
    private static int Taken(ReadOnlySpan<byte> escape)
    {
        if (!escape.StartsWith("\\u"u8))
        {
            return 2;
        }

        var first = Unit(escape);
        return char.IsHighSurrogate(first) && char.IsLowSurrogate(Unit(escape[EscapedUnit..])) ? 2 * EscapedUnit : EscapedUnit;
    }

    // The code unit of an escape; NUL for anything that is none.
    private static char Unit(ReadOnlySpan<byte> escape) =>
        escape.Length >= EscapedUnit
        && escape.StartsWith("\\u"u8)
        && ushort.TryParse(escape[2..EscapedUnit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
