using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Writes JSON as it was, without the white space between its tokens: what goes into a string should not carry an upstream's indentation.</summary>
internal static class CompactJson
{
    /// <summary>Text is left as it is: base64 and foreign letters would grow many times over with the default escapes.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The element's own bytes, compact.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        var output = new ArrayBufferWriter<byte>(raw.Length);
        var inString = false;
        for (var at = 0; at < raw.Length; at++)
        {
            var next = raw[at];
            if (!inString && next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                continue;
            }

            inString ^= next == '"';
            output.Write(raw.Slice(at, 1));
            if (inString && next == '\\')
            {
                output.Write(raw.Slice(++at, 1));
            }
        }

        return output.WrittenMemory;
    }
}
