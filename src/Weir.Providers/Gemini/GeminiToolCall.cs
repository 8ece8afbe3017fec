using System.Text.Json;

namespace Weir.Providers.Gemini;

/// <summary>One call of a function, which Gemini always answers whole.</summary>
/// <param name="Position">Among the calls of its choice.</param>
/// <param name="Id">Gemini's own, or one made from the answer.</param>
/// <param name="Name">Of the function.</param>
/// <param name="Arguments">A JSON object.</param>
internal sealed record GeminiToolCall(int Position, string Id, string Name, ReadOnlyMemory<byte> Arguments)
{
    public void Write(Utf8JsonWriter writer, bool isChunk)
    {
        writer.WriteStartObject();
        if (isChunk)
        {
            writer.WriteNumber("index"u8, Position);
        }

        writer.WriteString("id"u8, Id);
        writer.WriteString("type"u8, "function");
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, Name);
        writer.WriteString("arguments"u8, Arguments.Span);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
