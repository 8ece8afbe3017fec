using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>The legacy text completions: one prompt, which chat models get as one user message.</summary>
public sealed class CompletionsProtocol : IProtocol
{
    /// <inheritdoc/>
    public string SpanName => "Gateway Completion";

    /// <inheritdoc/>
    public ModelRequest Read(ReadOnlyMemory<byte> body) => CompletionsRequestReader.Read(body);

    /// <inheritdoc/>
    public IAnswerTranslator Answer(Inbound inbound, string model, string provider) =>
        new CompletionsAnswerTranslator(inbound, model, provider);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id) => ErrorEnvelopeWriter.ToUtf8(error);
}
