using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Protocols.Responses.Input;
using Weir.Gateway.Protocols.Responses.Output;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Responses;

/// <summary>OpenAI's Responses as OpenRouter has them: without memory, so that every request carries its whole history.</summary>
/// <param name="time">Says when an answer was complete.</param>
public sealed class ResponsesProtocol(TimeProvider time) : IProtocol
{
    /// <inheritdoc/>
    public string SpanName => "Gateway Response";

    /// <inheritdoc/>
    public string CacheName => "responses";

    /// <inheritdoc/>
    public ModelRequest Read(ReadOnlyMemory<byte> body) => ResponsesRequestReader.Read(body);

    /// <inheritdoc/>
    public IAnswerTranslator Answer(Inbound inbound, string model, string provider) =>
        new ResponsesAnswerTranslator(new ResponseObject(inbound, model, time), new OutputState(inbound.Body));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> WriteError(GatewayError error, GenerationId? id)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        ErrorEnvelopeWriter.WriteProperty(writer, error);
        writer.WriteNull("metadata"u8);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
