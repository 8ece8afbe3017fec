using System.Text.Json;
using Weir.Gateway.Metadata;
using Weir.Gateway.Protocols.Json;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes one answer as a message, or as the events that a message becomes.</summary>
/// <remarks>
/// <code>
/// message_start, ping, then blocks (content_block_start, content_block_delta…, content_block_stop),
/// then message_delta with the reason and the usage, then message_stop; or error in place of the rest
/// </code>
/// </remarks>
internal sealed class MessagesAnswerTranslator : IAnswerTranslator
{
    private readonly GenerationId _id;
    private readonly string _model;
    private readonly string _provider;
    private readonly MessageEvents _events = new();
    private readonly AnswerBlocks _blocks;
    private readonly FinishState _finish = new();
    private bool _hasStarted;

    public MessagesAnswerTranslator(GenerationId id, string model, string provider)
    {
        _id = id;
        _model = model;
        _provider = provider;
        _blocks = new AnswerBlocks(_events);
    }

    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output)
    {
        _events.SendTo(output);
        using var document = Parse(chunk);
        Start();
        var choice = FirstChoice(document.RootElement);
        var delta = choice?.FindObject("delta"u8);
        _finish.Take(document.RootElement, choice, delta);
        foreach (var piece in delta is { } said ? PieceReader.Read(said) : [])
        {
            _blocks.Take(piece);
        }

        if (_finish.Reason is not null)
        {
            _blocks.Finish();
        }
    }

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output)
    {
        using var document = Parse(chunk);
        if (_finish.Error is { } error)
        {
            WriteError(error with { RouterMetadata = MetadataMember.Read(document.RootElement) }, output);
            return;
        }

        _events.SendTo(output);
        Start();
        _blocks.Finish();
        var usage = document.RootElement.FindObject("usage"u8) ?? default;
        _events.Write("message_delta"u8, writer =>
        {
            writer.WriteStartObject("delta"u8);
            _finish.Write(writer);
            writer.WriteEndObject();
            MessageUsage.Write(writer, usage, _finish.ServiceTier);
        });
        _events.Write("message_stop"u8, writer => MetadataMember.Copy(document.RootElement, writer));
    }

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer output) => output.Add("error"u8, MessagesError.Write(error, _id).Span);

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer output)
    {
        // message_stop says it, and only of a complete answer.
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion)
    {
        using var document = JsonDocument.Parse(completion);
        var choice = FirstChoice(document.RootElement);
        var message = choice?.FindObject("message"u8);
        _finish.Take(document.RootElement, choice, message);
        return _finish.Error is { } error
            ? MessagesError.Write(error with { RouterMetadata = MetadataMember.Read(document.RootElement) }, _id)
            : MessageBody.Write(writer =>
            {
                WriteIdentity(writer);
                ContentWriter.Write(writer, message);
                _finish.Write(writer);
                MessageUsage.Write(writer, document.RootElement.FindObject("usage"u8) ?? default, _finish.ServiceTier);
                MetadataMember.Copy(document.RootElement, writer);
            });
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonDocument.ParseValue(ref reader);
    }

    // This protocol has one choice.
    private static JsonElement? FirstChoice(JsonElement answer) => answer.FindList("choices"u8) is { } choices && choices.GetArrayLength() > 0
        ? choices.EnumerateArray().Where(choice => choice.FindCount("index"u8) is null or 0).Cast<JsonElement?>().FirstOrDefault()
        : null;

    private void Start()
    {
        if (_hasStarted)
        {
            return;
        }

        _hasStarted = true;
        _events.Write("message_start"u8, writer =>
        {
            writer.WriteStartObject("message"u8);
            WriteIdentity(writer);
            writer.WriteStartArray("content"u8);
            writer.WriteEndArray();
            new FinishState().Write(writer);
            MessageUsage.WriteStart(writer);
            writer.WriteEndObject();
        });
        _events.Write("ping"u8);
    }

    private void WriteIdentity(Utf8JsonWriter writer)
    {
        writer.WriteString("id"u8, _id.Value);
        writer.WriteString("type"u8, "message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteString("model"u8, _model);
        writer.WriteString("provider"u8, _provider);
    }
}
