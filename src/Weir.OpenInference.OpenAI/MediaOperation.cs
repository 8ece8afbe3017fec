namespace Weir.OpenInference.OpenAI;

/// <summary>Images, speech and transcripts.</summary>
internal sealed class MediaOperation(string spanName) : Operation
{
    public override string SpanName => spanName;

    public override void WriteRequest(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) => MediaRequestAttributes.Write(body, sink, config);

    public override ChatError? WriteReply(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config) =>
        MediaReplyAttributes.Write(reply, contentType, sink, config);

    public override IReplyAccumulator StartStream(int maxBytes) => new MediaStreamAccumulator(maxBytes);
}
