using System.Buffers;

namespace Weir.OpenInference;

/// <summary>Writes JSON text without the white space between its tokens; strings and numbers stay byte for byte as they were sent.</summary>
internal static class JsonCompact
{
    private static readonly SearchValues<byte> Insignificant = SearchValues.Create(" \t\r\n\""u8);

    /// <summary>Hands valid JSON to a sink, compacted.</summary>
    public static void Set(AttributeSink sink, string key, ReadOnlySpan<byte> json)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            var length = Copy(json, buffer);
            sink.SetUtf8(key, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Copy(ReadOnlySpan<byte> json, Span<byte> target)
    {
        var written = 0;
        while (!json.IsEmpty)
        {
            var stop = json.IndexOfAny(Insignificant);
            var plain = stop < 0 ? json.Length : stop;
            json[..plain].CopyTo(target[written..]);
            written += plain;
            json = json[plain..];
            if (json.IsEmpty)
            {
                break;
            }

            if (json[0] != '"')
            {
                json = json[1..];
                continue;
            }

            var text = StringLength(json);
            json[..text].CopyTo(target[written..]);
            written += text;
            json = json[text..];
        }

        return written;
    }

    private static int StringLength(ReadOnlySpan<byte> json)
    {
        var position = 1;
        while (position < json.Length)
        {
            var next = json[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return json.Length;
            }

            position += next;
            if (json[position] == '"')
            {
                return position + 1;
            }

            position += 2;
        }

        return json.Length;
    }
}
