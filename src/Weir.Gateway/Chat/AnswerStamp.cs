using Weir.Protocol.Primitives;

namespace Weir.Gateway.Chat;

/// <summary>The members that are the same in every event of one answer: our id, the time, the model and the provider.</summary>
public sealed class AnswerStamp(GenerationId id, DateTimeOffset created, string model, string provider)
{
    // An answer is streamed or whole: one of them is never asked for.
    private byte[]? _chunk;
    private byte[]? _completion;

    /// <summary>Opens a chunk: <c>{"id":…,"object":"chat.completion.chunk","created":…,"model":…,"provider":…</c>, not closed.</summary>
    public ReadOnlyMemory<byte> Chunk => _chunk ??= Write("chat.completion.chunk");

    /// <summary>Opens a whole completion, not closed.</summary>
    public ReadOnlyMemory<byte> Completion => _completion ??= Write("chat.completion");

    private byte[] Write(string kind)
    {
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartObject();
        writer.WriteString("id"u8, id.Value);
        writer.WriteString("object"u8, kind);
        writer.WriteNumber("created"u8, created.ToUnixTimeSeconds());
        writer.WriteString("model"u8, model);
        writer.WriteString("provider"u8, provider);
        return scratch.Written.ToArray();
    }
}
