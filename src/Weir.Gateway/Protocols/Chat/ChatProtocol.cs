using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Chat;

/// <summary>Chat completions, as OpenRouter and OpenAI have them: the internal form itself, so that bytes pass as they are.</summary>
public sealed class ChatProtocol : IProtocol
{
    /// <inheritdoc/>
    public string SpanName => "Gateway ChatCompletion";

    /// <inheritdoc/>
    public string CacheName => "chat";

    /// <inheritdoc/>
    public ModelRequest Read(ReadOnlyMemory<byte> body) => ChatRequestReader.Read(body);

    /// <inheritdoc/>
    public IAnswerTranslator Answer(Inbound inbound, string model, string provider) =>
        new ChatAnswerTranslator(new AnswerStamp(inbound.Id, inbound.ReceivedAt, model, provider));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id) => ErrorEnvelopeWriter.ToUtf8(error);
}
