using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Weir.Gateway.Recording;

/// <summary>Copies JSON byte for byte, but for texts that are too long: of those the beginning, and how much is missing.</summary>
internal static class CutJson
{
    // A picture or a sound inside the request is said, not kept.
    private const int LongestDataUrl = 256;
    private const int KeptOfDataUrl = 64;
    private const int MaxDepth = 128;

    // What is tried in turn until the whole fits.
    private static readonly int[] LongestTexts = [int.MaxValue, 64 << 10, 8 << 10, 1 << 10, 128];

    /// <summary>A copy that fits.</summary>
    /// <param name="json">One JSON value, UTF-8.</param>
    /// <param name="mostBytes">How long the copy may be.</param>
    /// <param name="isCut">Set when something is missing in it; else left as it is.</param>
    /// <returns>The copy; empty when there is no way to make it fit.</returns>
    public static ReadOnlyMemory<byte> Fit(ReadOnlySpan<byte> json, int mostBytes, ref bool isCut)
    {
        foreach (var longestText in LongestTexts)
        {
            var copy = new ArrayBufferWriter<byte>(Math.Min(json.Length, mostBytes) + 1);
            var cuts = Copy(json, longestText, copy);
            if (copy.WrittenCount <= mostBytes)
            {
                isCut |= cuts;
                return copy.WrittenMemory;
            }
        }

        isCut = true;
        return default;
    }

    private static bool Copy(ReadOnlySpan<byte> json, int longestText, ArrayBufferWriter<byte> copy)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var copied = 0;
        var cuts = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String || KeptOf(reader.ValueSpan, longestText) is not { } kept)
            {
                continue;
            }

            var text = reader.ValueSpan;
            var start = (int)reader.TokenStartIndex + 1;
            copy.Write(json[copied..start]);
            copy.Write(text[..WholeCharacters(text, kept)]);
            copy.Write(Encoding.UTF8.GetBytes($"…[{text.Length - kept} bytes cut]"));
            copied = start + text.Length;
            cuts = true;
        }

        copy.Write(json[copied..]);
        return cuts;
    }

    // Null: all of it.
    private static int? KeptOf(ReadOnlySpan<byte> text, int longestText)
    {
        if (text.Length > LongestDataUrl && text.StartsWith("data:"u8))
        {
            return KeptOfDataUrl;
        }

        return text.Length > longestText ? longestText : null;
    }

    // Neither an escape (\n, \u00e9) nor a character of several bytes nor a pair of surrogates is divided.
    private static int WholeCharacters(ReadOnlySpan<byte> text, int most)
    {
        var whole = 0;
        for (var next = 0; next <= most;)
        {
            var isHighSurrogate = text[next] == '\\' && text[next + 1] == 'u' && (text[next + 2] | 0x20) == 'd' && (text[next + 3] | 0x20) is '8' or '9' or 'a' or 'b';
            whole = next;
            next += (text[next], isHighSurrogate) switch
            {
                ((byte)'\\', true) => 12,
                ((byte)'\\', _) => text[next + 1] == 'u' ? 6 : 2,
                ( >= 0xF0, _) => 4,
                ( >= 0xE0, _) => 3,
                ( >= 0xC0, _) => 2,
                _ => 1,
            };
        }

        return whole;
    }
}
