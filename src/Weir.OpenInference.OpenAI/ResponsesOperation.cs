namespace Weir.OpenInference.OpenAI;

/// <summary>A call of the Responses API.</summary>
internal sealed class ResponsesOperation : Operation
{
    public override string SpanName => "Response";

    public override void WriteRequest(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config) => ResponseRequestAttributes.Write(body, sink, config);

    public override ChatError? WriteReply(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config) =>
        ResponseReplyAttributes.Write(reply, sink, config);

    public override IReplyAccumulator StartStream(int maxBytes) => new ResponseStreamAccumulator(maxBytes);
}
