using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Values of a JSON document that are to be replaced, leaving every other byte as it was sent.</summary>
internal sealed class JsonEdits(ReadOnlyMemory<byte> document)
{
    private List<(int Offset, int Length, string Replacement)>? _edits;

    /// <summary>Replaces a value with a string that needs no escaping beyond what an address or the redaction mark may hold.</summary>
    public void Replace(JsonElement value, string text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (document.Span.Overlaps(raw, out var offset))
        {
            (_edits ??= []).Add((offset, raw.Length, string.Concat("\"", JsonEncodedText.Encode(text).Value, "\"")));
        }
    }

    /// <summary>The document with its replacements; the same memory if there are none.</summary>
    public ReadOnlyMemory<byte> Apply()
    {
        if (_edits is null)
        {
            return document;
        }

        _edits.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        var result = new MemoryStream(document.Length);
        var position = 0;
        foreach (var (offset, length, replacement) in _edits)
        {
            if (offset < position)
            {
                continue; // inside a value that is replaced already
            }

            result.Write(document.Span[position..offset]);
            result.Write(Encoding.UTF8.GetBytes(replacement));
            position = offset + length;
        }

        result.Write(document.Span[position..]);
        return result.ToArray();
    }
}
