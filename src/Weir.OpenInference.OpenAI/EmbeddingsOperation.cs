namespace Weir.OpenInference.OpenAI;

/// <summary>Texts to vectors.</summary>
internal sealed class EmbeddingsOperation : Operation
{
    public override string SpanName => "CreateEmbeddings";

    public override string SpanKind => SpanKinds.Embedding;

    public override string ModelAttribute => EmbeddingAttributes.ModelName;

    public override void WriteRequest(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) => EmbeddingRequestAttributes.Write(body, sink, config);

    public override ChatError? WriteReply(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config) =>
        EmbeddingReplyAttributes.Write(reply, sink, config);

    public override IReplyAccumulator StartStream(int maxBytes) => new MediaStreamAccumulator(maxBytes);
}
