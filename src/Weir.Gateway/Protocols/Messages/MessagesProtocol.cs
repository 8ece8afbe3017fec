using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Messages.Answer;
using Weir.Gateway.Protocols.Messages.Request;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Messages;

/// <summary>Anthropic's Messages, as its own clients speak them, with OpenRouter's extensions; for any model.</summary>
/// <remarks>Source: the Messages part of the OpenRouter API, and the Messages API of the Claude documentation.</remarks>
public sealed class MessagesProtocol : IProtocol
{
    /// <inheritdoc/>
    public string SpanName => "Gateway Messages";

    /// <inheritdoc/>
    public string CacheName => "messages";

    /// <inheritdoc/>
    public ModelRequest Read(ReadOnlyMemory<byte> body) => MessagesRequestReader.Read(body);

    /// <inheritdoc/>
    public IAnswerTranslator Answer(Inbound inbound, string model, string provider) => new MessagesAnswerTranslator(inbound.Id, model, provider);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id) => MessagesError.Write(error, id);
}
