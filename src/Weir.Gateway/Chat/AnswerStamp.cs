using System.Buffers;
using System.Text.Json;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Chat;

/// <summary>The members that are the same in every event of one answer: our id, the time, the model and the provider.</summary>
public sealed class AnswerStamp
{
    public AnswerStamp(GenerationId id, DateTimeOffset created, string model, string provider)
    {
        Chunk = Write("chat.completion.chunk", id, created, model, provider);
        Completion = Write("chat.completion", id, created, model, provider);
    }

    /// <summary>Opens a chunk: <c>{"id":…,"object":"chat.completion.chunk","created":…,"model":…,"provider":…</c>, not closed.</summary>
    public ReadOnlyMemory<byte> Chunk { get; }

    /// <summary>Opens a whole completion, not closed.</summary>
    public ReadOnlyMemory<byte> Completion { get; }

    private static ReadOnlyMemory<byte> Write(string kind, GenerationId id, DateTimeOffset created, string model, string provider)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("id"u8, id.Value);
        writer.WriteString("object"u8, kind);
        writer.WriteNumber("created"u8, created.ToUnixTimeSeconds());
        writer.WriteString("model"u8, model);
        writer.WriteString("provider"u8, provider);
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
