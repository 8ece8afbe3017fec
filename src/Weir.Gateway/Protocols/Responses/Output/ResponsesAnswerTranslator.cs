using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Debugging;
using Weir.Gateway.Protocols.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes one answer as the events of a response, or as the response itself.</summary>
internal sealed class ResponsesAnswerTranslator(ResponseObject response, OutputState output) : IAnswerTranslator
{
    private bool _hasBegun;

    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer target)
    {
        Begin(target);
        Take(chunk);
    }

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer target)
    {
        Begin(target);
        var usage = Take(chunk);
        var end = ResponseEnd.Of(output);
        output.Close(end.LastItemStatus);
        WriteEvent(end, usage);
    }

    /// <inheritdoc/>
    public void WriteDebug(in DebugNote note, EventBuffer target)
    {
        Begin(target);
        var told = note;
        output.Events.Write("response.debug"u8, writer => response.WriteDebug(writer, told));
    }

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer target)
    {
        Begin(target);
        output.Items.AbandonAll();
        WriteEvent(ResponseEnd.Failed(error), usage: []);
    }

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer target) => target.Add("[DONE]"u8);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion)
    {
        var usage = Take(completion.Span);
        var end = ResponseEnd.Of(output);
        output.Close(end.LastItemStatus);
        var buffer = new ArrayBufferWriter<byte>(completion.Length + 1024);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        response.Write(writer, end, output, usage);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private void Begin(EventBuffer target)
    {
        output.Events.Target = target;
        if (!_hasBegun)
        {
            _hasBegun = true;
            WriteEvent("response.created"u8, ResponseEnd.InProgress, usage: []);
            WriteEvent("response.in_progress"u8, ResponseEnd.InProgress, usage: []);
        }
    }

    // Returns the usage in the words of Responses; nothing while there is none.
    private byte[] Take(ReadOnlySpan<byte> chunk)
    {
        var reader = new Utf8JsonReader(chunk);
        using var document = JsonDocument.ParseValue(ref reader);
        output.Take(document.RootElement);
        return document.RootElement.FindObject("usage"u8) is { } usage ? ResponseUsage.Write(usage) : [];
    }

    private void WriteEvent(ResponseEnd end, byte[] usage) => WriteEvent(end.EventType, end, usage);

    private void WriteEvent(ReadOnlySpan<byte> type, ResponseEnd end, byte[] usage) => output.Events.Write(type, writer =>
    {
        writer.WritePropertyName("response"u8);
        response.Write(writer, end, output, usage);
    });
}
