using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Continuation;

/// <summary>Writes chunks with another text than they came with.</summary>
internal static class DeltaWriter
{
    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A chunk that carries a text and nothing else; what every chunk has is added where chunks are patched.</summary>
    public static ReadOnlyMemory<byte> OfText(string text) => Write(writer =>
    {
        writer.WriteStartObject("delta"u8);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
        writer.WriteNull("finish_reason"u8);
    });

    /// <summary>A chunk that ends an answer.</summary>
    public static ReadOnlyMemory<byte> OfEnd(string finishReason) => Write(writer =>
    {
        writer.WriteStartObject("delta"u8);
        writer.WriteEndObject();
        writer.WriteString("finish_reason"u8, finishReason);
    });

    /// <summary>A chunk with its text taken out, and, when it goes on with an answer, its role and reasoning too.</summary>
    /// <param name="json">A chunk that has been read without fault.</param>
    /// <param name="continues">Whether somebody else began the answer.</param>
    public static ReadOnlyMemory<byte> WithoutText(ReadOnlyMemory<byte> json, bool continues)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        Copy(writer, document.RootElement, depth: 0, continues);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    // Depth 0 is the chunk, 1 a choice, 2 its delta: {"choices":[{"delta":{"content":"x"}}]}
    private static void Copy(Utf8JsonWriter writer, JsonElement source, int depth, bool continues)
    {
        writer.WriteStartObject();
        foreach (var member in source.EnumerateObject())
        {
            if (depth == 2 && IsDropped(member.Name, continues))
            {
                continue;
            }

            writer.WritePropertyName(member.Name);
            CopyValue(writer, member, depth, continues);
        }

        writer.WriteEndObject();
    }

    private static void CopyValue(Utf8JsonWriter writer, JsonProperty member, int depth, bool continues)
    {
        if (depth == 1 && member.Name == "delta" && member.Value.ValueKind == JsonValueKind.Object)
        {
            Copy(writer, member.Value, depth: 2, continues);
            return;
        }

        if (depth != 0 || member.Name != "choices" || member.Value.ValueKind != JsonValueKind.Array)
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
            return;
        }

        writer.WriteStartArray();
        foreach (var choice in member.Value.EnumerateArray())
        {
            if (choice.ValueKind == JsonValueKind.Object)
            {
                Copy(writer, choice, depth: 1, continues);
            }
        }

        writer.WriteEndArray();
    }

    private static bool IsDropped(string name, bool continues) =>
        name == "content" || (continues && name is "role" or "reasoning" or "reasoning_content" or "reasoning_details");

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeChoice)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writeChoice(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
