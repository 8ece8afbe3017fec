using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Turns the events of one streamed answer into chunks, as they arrive.</summary>
/// <remarks>
/// <code>
/// message_start, then blocks (content_block_start, content_block_delta…, content_block_stop),
/// then message_delta with the reason and the usage, then message_stop;
/// ping and event types of later versions anywhere, error instead of the rest.
/// </code>
/// </remarks>
internal sealed class AnthropicEventReader : IDisposable
{
    private readonly ChunkWriter _chunks = new();
    private readonly AnswerUsage _usage = new();
    private readonly AnswerBlocks _blocks;

    public AnthropicEventReader() => _blocks = new AnswerBlocks(_chunks);

    /// <summary>The upstream's end mark was read.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The chunks that an event becomes; each is valid until the next is asked for.</summary>
    /// <exception cref="JsonException">The event is not JSON.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> data)
    {
        using var document = WireDocument.Parse(data);
        var next = document.RootElement;
        switch (next.Text("type"))
        {
            case "message_start":
                yield return Start(next.FindObject("message"));
                break;
            case "content_block_start" when _blocks.Start(next) is { IsEmpty: false } chunk:
                yield return chunk;
                break;
            case "content_block_delta" when _blocks.Continue(next) is { IsEmpty: false } chunk:
                yield return chunk;
                break;
            case "content_block_stop" when _blocks.Stop(next) is { IsEmpty: false } chunk:
                yield return chunk;
                break;
            case "message_delta":
                _usage.Take(next.FindObject("usage"));
                if (next.FindObject("delta") is { } delta && delta.Text("stop_reason") is { } reason)
                {
                    yield return Finish(delta, reason);
                    yield return _chunks.Write(WriteUsage);
                }

                break;
            case "message_stop":
                IsEnded = true;
                break;
            case "error":
                yield return _chunks.Write(writer => AnswerError.Write(writer, next));
                break;
        }
    }

    public void Dispose()
    {
        _blocks.Dispose();
        _chunks.Dispose();
    }

    private ReadOnlyMemory<byte> Start(JsonElement? message)
    {
        _usage.Take(message?.FindObject("usage"));
        return _chunks.Write(writer =>
        {
            if (message?.Text("id") is { } id)
            {
                writer.WriteString("id"u8, id);
            }

            writer.WritePropertyName("choices"u8);
            writer.WriteRawValue("""[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]"""u8, skipInputValidation: true);
        });
    }

    private ReadOnlyMemory<byte> Finish(JsonElement delta, string reason) => _chunks.Write(writer =>
    {
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("delta"u8);
        if (AnswerFinish.Explanation(delta) is { } explanation)
        {
            writer.WriteRaw("refusal"u8, explanation);
        }

        writer.WriteEndObject();
        AnswerFinish.Write(writer, delta, reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (_usage.ServiceTier is { } tier)
        {
            writer.WriteString("service_tier"u8, tier);
        }
    });

    private void WriteUsage(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("choices"u8);
        writer.WriteEndArray();
        _usage.Write(writer);
    }
}
