using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Metadata;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>Writes chunks and completions of chat as those of text.</summary>
/// <remarks>
/// <code>
/// {"id":"gen-…",…,"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null,"native_finish_reason":null}]}
/// {"id":"gen-…","object":"text_completion",…,"choices":[{"index":0,"text":"Hi","logprobs":null,"finish_reason":null,"native_finish_reason":null}]}
/// </code>
/// </remarks>
internal sealed class CompletionsAnswerTranslator(Inbound inbound, string model, string provider) : IAnswerTranslator
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private CompletionChoices? _choices;

    private CompletionChoices Choices => _choices ??= CompletionChoices.Of(inbound.Body);

    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output)
    {
        var reader = new Utf8JsonReader(chunk);
        using var document = JsonDocument.ParseValue(ref reader);
        var said = Choices.Saying(document.RootElement);
        if (said.Count > 0)
        {
            output.Add(Write(document.RootElement, writer => Choices.Write(writer, said)));
        }
    }

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output)
    {
        var reader = new Utf8JsonReader(chunk);
        using var document = JsonDocument.ParseValue(ref reader);
        output.Add(Write(document.RootElement, _ => { }));
    }

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer output) => output.Add(Write(default, CompletionChoices.WriteFailed, error));

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer output) => output.Add("[DONE]"u8);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion)
    {
        using var document = JsonDocument.Parse(completion);
        var all = document.RootElement.FindItems("choices"u8).ToArray();
        _ = Write(document.RootElement, writer => Choices.Write(writer, all));
        return _buffer.WrittenMemory;
    }

    private ReadOnlySpan<byte> Write(JsonElement answer, Action<Utf8JsonWriter> choices, GatewayError? error = null)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id"u8, inbound.Id.Value);
        writer.WriteString("object"u8, "text_completion"u8);
        writer.WriteNumber("created"u8, inbound.ReceivedAt.ToUnixTimeSeconds());
        writer.WriteString("model"u8, model);
        writer.WriteString("provider"u8, provider);
        writer.WriteRaw("system_fingerprint"u8, answer.FindString("system_fingerprint"u8));
        writer.WriteRaw("service_tier"u8, answer.FindString("service_tier"u8));
        if (error is not null)
        {
            ErrorEnvelopeWriter.WriteProperty(writer, error);
        }

        writer.WriteStartArray("choices"u8);
        choices(writer);
        writer.WriteEndArray();
        writer.WriteRaw("usage"u8, answer.FindObject("usage"u8));
        MetadataMember.Copy(answer, writer);
        writer.WriteEndObject();
        writer.Flush();
        return _buffer.WrittenSpan;
    }
}
