using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Guardrails;

/// <summary>Replaces parts of texts in the bytes of a JSON document; every other byte stays as it is, escapes included.</summary>
internal sealed class JsonTextPatch(ReadOnlyMemory<byte> body)
{
    private const int EscapedUnit = 6;
    private const int EscapedSign = 2;

    private readonly ArrayBufferWriter<byte> _out = new(body.Length);
    private int _copied;

    /// <summary>Replaces parts of one text; texts in the order in which they lie in the document.</summary>
    /// <param name="place">The text.</param>
    /// <param name="edits">In order, without overlaps, between characters.</param>
    public void Replace(TextPlace place, IReadOnlyList<TextEdit> edits)
    {
        var raw = body.Span.Slice(place.Start, place.Length);
        var (unit, at) = (0, 0);
        foreach (var edit in edits)
        {
            at = Advance(raw, at, edit.Start - unit);
            CopyTo(place.Start + at);
            var placeholder = JsonEncodedText.Encode(edit.Placeholder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            _out.Write(placeholder.EncodedUtf8Bytes);
            at = Advance(raw, at, edit.Length);
            unit = edit.End;
            _copied = place.Start + at;
        }
    }

    /// <summary>The document with all replacements.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        CopyTo(body.Length);
        return _out.WrittenMemory;
    }

    private void CopyTo(int end)
    {
        _out.Write(body.Span[_copied..end]);
        _copied = end;
    }

    // How far so many UTF-16 units reach: an escape is one, a character of four bytes is two.
    private static int Advance(ReadOnlySpan<byte> raw, int at, int units)
    {
        while (units > 0)
        {
            var (bytes, count) = raw[at] switch
            {
                (byte)'\\' => (raw[at + 1] == 'u' ? EscapedUnit : EscapedSign, 1),
                < 0x80 => (1, 1),
                < 0xe0 => (2, 1),
                < 0xf0 => (3, 1),
                _ => (4, 2),
            };
            at += bytes;
            units -= count;
        }

        return at;
    }
}
