using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Reads JSON strings without ever failing: lone surrogates and broken UTF-8 become U+FFFD.</summary>
/// <remarks>
/// <see cref="JsonElement.GetString"/> throws on <c>"\ud83d"</c>, which streams that split an emoji over two chunks do send.
/// </remarks>
internal static class JsonText
{
    private const int HexEscapeLength = 6; // \u0041

    /// <summary>The text of a JSON string.</summary>
    public static string Decode(JsonElement text) => Decode(Content(text));

    /// <summary>The text between the quotes of a JSON string.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(escaped);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        try
        {
            return Encoding.UTF8.GetString(buffer.AsSpan(0, Unescape(escaped, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Hands the text of a JSON string to a sink as UTF-8.</summary>
    public static void Set(AttributeSink sink, string key, JsonElement text)
    {
        var escaped = Content(text);
        if (!escaped.Contains((byte)'\\'))
        {
            sink.SetUtf8(key, escaped);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        try
        {
            sink.SetUtf8(key, buffer.AsSpan(0, Unescape(escaped, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True for a string that is not empty.</summary>
    public static bool IsPresent(JsonElement value) => value.ValueKind == JsonValueKind.String && Content(value).Length > 0;

    private static ReadOnlySpan<byte> Content(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    // The result is never longer than the source: the shortest escape (\n) is two bytes for one, \u0800 is six for three.
    private static int Unescape(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var written = 0;
        while (!source.IsEmpty)
        {
            var plain = source.IndexOf((byte)'\\');
            if (plain < 0 || plain == source.Length - 1)
            {
                source.CopyTo(target[written..]);
                return written + source.Length;
            }

            source[..plain].CopyTo(target[written..]);
            written += plain;
            source = source[plain..];
            if (source[1] == 'u')
            {
                source = source[ReadRune(source, out var rune)..];
                written += rune.EncodeToUtf8(target[written..]);
            }
            else
            {
                target[written++] = Simple(source[1]);
                source = source[2..];
            }
        }

        return written;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => escape,
    };

    /// <summary>Reads <c>\uXXXX</c>, or a pair of them that forms one character; returns the bytes consumed.</summary>
    private static int ReadRune(ReadOnlySpan<byte> source, out Rune rune)
    {
        if (!TryReadUnit(source, out var first))
        {
            rune = Rune.ReplacementChar;
            return Math.Min(source.Length, HexEscapeLength);
        }

        if (Rune.TryCreate(first, out rune))
        {
            return HexEscapeLength;
        }

        if (TryReadUnit(source[HexEscapeLength..], out var second) && Rune.TryCreate(first, second, out rune))
        {
            return 2 * HexEscapeLength;
        }

        rune = Rune.ReplacementChar;
        return HexEscapeLength;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> source, out char unit)
    {
        unit = default;
        if (source.Length < HexEscapeLength || source[0] != '\\' || source[1] != 'u'
            || !ushort.TryParse(source[2..HexEscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
