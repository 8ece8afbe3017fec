using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Operations.Rerank;
using Weir.Gateway.Operations.Speech;
using Weir.Gateway.Operations.Transcription;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Plain;

/// <summary>An operation that clients ask for in one way only: its internal form is what they speak.</summary>
public sealed class PlainProtocol : IProtocol
{
    private readonly Func<ReadOnlyMemory<byte>, ModelRequest> _read;

    private PlainProtocol(IOperation operation, string spanName, Func<ReadOnlyMemory<byte>, ModelRequest> read)
    {
        Operation = operation;
        SpanName = spanName;
        _read = read;
    }

    public static PlainProtocol Embeddings { get; } = new(EmbeddingsOperation.Instance, "Gateway Embeddings", EmbeddingsRequest.Read);
    public static PlainProtocol Rerank { get; } = new(RerankOperation.Instance, "Gateway Rerank", RerankRequest.Read);
    public static PlainProtocol Images { get; } = new(ImagesOperation.Instance, "Gateway Images", ImagesRequest.Read);
    public static PlainProtocol Speech { get; } = new(SpeechOperation.Instance, "Gateway Speech", SpeechRequest.Read);
    public static PlainProtocol Transcription { get; } = new(TranscriptionOperation.Instance, "Gateway Transcription", TranscriptionRequest.Read);

    /// <inheritdoc/>
    public IOperation Operation { get; }

    /// <inheritdoc/>
    public string SpanName { get; }

    /// <inheritdoc/>
    public string? CacheName => Operation is EmbeddingsOperation ? "embeddings" : null;

    /// <inheritdoc/>
    public ModelRequest Read(ReadOnlyMemory<byte> body) => _read(body);

    /// <inheritdoc/>
    public IAnswerTranslator Answer(Inbound inbound, string model, string provider) => new PlainAnswerTranslator();

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id) => ErrorEnvelopeWriter.ToUtf8(error);
}
