using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Providers.Translation;

/// <summary>Writes one JSON object.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Copies a member of a request under the same name, when it is there.</summary>
    public static void Copy(this Utf8JsonWriter writer, ModelRequest request, string name) => writer.Copy(request, name, name);

    /// <summary>Copies a member of a request under another name, when it is there.</summary>
    public static void Copy(this Utf8JsonWriter writer, ModelRequest request, string name, string upstreamName)
    {
        if (request.Has(name))
        {
            writer.WritePropertyName(upstreamName);
            writer.WriteRawValue(request.Value(name).Span, skipInputValidation: true);
        }
    }
}
