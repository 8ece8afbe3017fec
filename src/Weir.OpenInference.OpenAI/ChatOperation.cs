namespace Weir.OpenInference.OpenAI;

/// <summary>A chat completion, or the legacy completion of a text, whose JSON differs only in what it calls its texts.</summary>
internal sealed class ChatOperation(string spanName) : Operation
{
    public override string SpanName => spanName;

    public override void WriteRequest(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) => ChatRequestAttributes.Write(body, sink, config);

    public override ChatError? WriteReply(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config) =>
        ChatReplyAttributes.Write(reply, sink, config);

    public override IReplyAccumulator StartStream(int maxBytes) => new ChatStreamAccumulator(maxBytes);
}
