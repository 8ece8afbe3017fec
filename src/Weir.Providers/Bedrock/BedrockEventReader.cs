using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Turns the events of one streamed answer into chunks. Used by one answer.</summary>
/// <remarks>
/// <code>
/// messageStart      {"role":"assistant"}
/// contentBlockStart {"start":{"toolUse":{"toolUseId":"a","name":"f"}},"contentBlockIndex":1}
/// contentBlockDelta {"delta":{"text":"Hi"},"contentBlockIndex":0}
/// contentBlockStop  {"contentBlockIndex":0}
/// messageStop       {"stopReason":"end_turn"}
/// metadata          {"usage":{…},"metrics":{"latencyMs":551}}
/// </code>
/// A payload may hold a member <c>p</c> of random length besides, which hides how long the text is.
/// </remarks>
internal sealed class BedrockEventReader : IDisposable
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    private readonly ChunkWriter _chunks = new();
    private readonly ConverseBlocks _blocks;
    private bool _hasMetadata;

    public BedrockEventReader() => _blocks = new ConverseBlocks(_chunks);

    /// <summary>Whether the message came to its end.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Whether nothing more can come: everything was said, or it ended in an error.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The chunk that an event becomes, valid until the next is asked for; empty when it carries nothing for the client.</summary>
    /// <exception cref="JsonException">The payload is not JSON.</exception>
    /// <exception cref="InvalidDataException">The message is none of Converse's.</exception>
    public ReadOnlyMemory<byte> Read(EventStreamMessage message)
    {
        if (message.Kind is "exception" or "error")
        {
            IsOver = true;
            return Error(message);
        }

        if (message.Kind != "event")
        {
            throw new InvalidDataException($"A message of the event stream is of the type \"{message.Kind}\"; there are event, exception and error.");
        }

        using var document = Parse(message);
        var next = document.RootElement;
        switch (message.Type)
        {
            case "messageStart":
                return _chunks.WriteDelta(writer =>
                {
                    writer.WriteString("role"u8, "assistant"u8);
                    writer.WriteString("content"u8, ""u8);
                });
            case "contentBlockStart":
                return _blocks.Start(next);
            case "contentBlockDelta":
                return _blocks.Continue(next);
            case "contentBlockStop":
                return _blocks.Stop(next);
            case "messageStop":
                return Finish(next);
            case "metadata":
                return Metadata(next);
            default:
                return default;
        }
    }

    public void Dispose() => _chunks.Dispose();

    private static JsonDocument Parse(EventStreamMessage message) =>
        JsonDocument.Parse(LoneSurrogates.Replace(AnswerBody.ValidUtf8(message.Payload)), Bounded);

    private ReadOnlyMemory<byte> Finish(JsonElement next)
    {
        if (next.Text("stopReason") is not { } reason)
        {
            throw new InvalidDataException("The message stops without a reason.");
        }

        IsFinished = true;
        IsOver = _hasMetadata;
        return _chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteStartObject();
            writer.WriteNumber("index"u8, 0);
            writer.WriteStartObject("delta"u8);
            writer.WriteEndObject();
            ConverseFinish.Write(writer, reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    private ReadOnlyMemory<byte> Metadata(JsonElement next)
    {
        _hasMetadata = true;
        IsOver = IsFinished;
        var hasUsage = false;
        var chunk = _chunks.Write(writer =>
        {
            writer.WriteStartArray("choices"u8);
            writer.WriteEndArray();
            hasUsage = ConverseUsage.Write(writer, next);
        });
        return hasUsage ? chunk : default;
    }

    private ReadOnlyMemory<byte> Error(EventStreamMessage message)
    {
        try
        {
            using var document = Parse(message);
            return _chunks.Write(writer => ConverseErrors.Write(writer, message, document.RootElement));
        }
        catch (JsonException)
        {
            // An error has no payload: what it says is in its headers.
            return _chunks.Write(writer => ConverseErrors.Write(writer, message, payload: default));
        }
    }
}
