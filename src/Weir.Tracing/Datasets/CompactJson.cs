using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Weir.Tracing.Datasets;

/// <summary>JSON as it was sent, on one line: numbers, names and escapes stay as they were written.</summary>
public static class CompactJson
{
    /// <summary>The text of a value without the white space between its parts.</summary>
    public static string Of(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, Copy(raw, buffer));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The value has been parsed: what is not in a text is punctuation, a number or a word.
    private static int Copy(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var (length, isText) = (0, false);
        for (var i = 0; i < raw.Length; i++)
        {
            var current = raw[i];
            if (!isText && (current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                continue;
            }

            target[length++] = current;
            if (current == (byte)'"')
            {
                isText = !isText;
            }
            else if (isText && current == (byte)'\\')
            {
                target[length++] = raw[++i];
            }
        }

        return length;
    }
}
