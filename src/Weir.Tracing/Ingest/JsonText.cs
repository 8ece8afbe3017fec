using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Undoes the escapes of JSON strings, half surrogate pairs included, which <see cref="Utf8JsonReader"/> refuses to.</summary>
/// <remarks><code>"caf\u00e9 \ud83d\ude00 \ud800 end"</code> becomes <c>café 😀 � end</c>. Holds one buffer, as large as the longest escaped string.</remarks>
public sealed class JsonText
{
    private const int EscapedUnit = 6;

    private byte[] _buffer = [];

    /// <summary>The text of the string token that the reader is at; valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(scoped in Utf8JsonReader reader) => reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : reader.ValueSpan;

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        if (_buffer.Length < text.Length)
        {
            _buffer = new byte[text.Length];
        }

        // No escape is shorter than what it stands for, so the text fits.
        var length = 0;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOf((byte)'\\');
            plain = plain < 0 ? text.Length : plain;
            text[..plain].CopyTo(_buffer.AsSpan(length));
            length += plain;
            text = text[plain..];
            if (!text.IsEmpty)
            {
                text = text[UnescapeOne(text, ref length)..];
            }
        }

        return _buffer.AsSpan(0, length);
    }

    // The reader has checked that an escape is complete. Returns how many bytes it took.
    private int UnescapeOne(ReadOnlySpan<byte> text, ref int length)
    {
        if (text[1] != 'u')
        {
            _buffer[length++] = text[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var other => other,
            };
            return 2;
        }

        Span<char> units = [Unit(text), '\0'];
        var taken = EscapedUnit;
        if (char.IsHighSurrogate(units[0]) && text[EscapedUnit..].StartsWith("\\u"u8))
        {
            units[1] = Unit(text[EscapedUnit..]);
            taken += char.IsLowSurrogate(units[1]) ? EscapedUnit : 0;
        }

        if (Rune.DecodeFromUtf16(units, out var rune, out _) != OperationStatus.Done)
        {
            rune = Rune.ReplacementChar;
        }

        length += rune.EncodeToUtf8(_buffer.AsSpan(length));
        return taken;
    }

    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..EscapedUnit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
