using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>The open blocks of one streamed answer, and how many of each kind there were: the chat API numbers tool calls and reasoning apart.</summary>
internal sealed class AnswerBlocks(ChunkWriter chunks) : IDisposable
{
    // An answer has a few open at a time; more than this is no answer.
    private const int MostOpen = 256;

    private readonly Dictionary<long, AnswerBlock> _open = [];
    private int _toolCalls;
    private int _reasonings;
    private int _textLength;

    /// <summary>The chunk of a block that begins; empty when it shows nothing yet, or is of a kind the chat API has no word for.</summary>
    /// <exception cref="InvalidDataException">More blocks are open than an answer has.</exception>
    public ReadOnlyMemory<byte> Start(JsonElement next)
    {
        if (next.FindObject("content_block") is not { } content || next.Count("index") is not { } index)
        {
            return default;
        }

        if (_open.Count == MostOpen)
        {
            throw new InvalidDataException($"More than {MostOpen} content blocks are open at once.");
        }

        var block = new AnswerBlock(content.Text("type") ?? "", NumberOf(content), _textLength);
        Close(index);
        _open[index] = block;
        return block.Type switch
        {
            "text" => Text(content),
            "thinking" => Thinking(block, content),
            "redacted_thinking" when content.Find("data") is { ValueKind: JsonValueKind.String } data => Redacted(block, data),
            "tool_use" => ToolUse(block, content),
            _ => default,
        };
    }

    /// <summary>The chunk of a piece.</summary>
    public ReadOnlyMemory<byte> Continue(JsonElement next)
    {
        if (next.FindObject("delta") is not { } delta || !_open.TryGetValue(next.Count("index") ?? -1, out var block))
        {
            return default;
        }

        switch (delta.Text("type"))
        {
            case "text_delta":
                return Text(delta);
            case "thinking_delta" or "signature_delta":
                return Thinking(block, delta);
            case "input_json_delta" when delta.Find("partial_json") is { } json && json.IsFilled():
                block.HasArguments = true;
                return Arguments(block, json);
            case "citations_delta" when delta.FindObject("citation") is { } citation:
                block.Cite(citation);
                return default;
            default:
                return default;
        }
    }

    /// <summary>The chunk of a block that ends.</summary>
    public ReadOnlyMemory<byte> Stop(JsonElement next)
    {
        var index = next.Count("index") ?? -1;
        if (!_open.TryGetValue(index, out var block))
        {
            return default;
        }

        var chunk = block switch
        {
            { Type: "tool_use", HasArguments: false } => NoArguments(block),
            { Citations.Count: > 0 } => Annotations(block),
            _ => default,
        };
        Close(index);
        return chunk;
    }

    public void Dispose()
    {
        foreach (var index in _open.Keys.ToArray())
        {
            Close(index);
        }
    }

    private int NumberOf(JsonElement content) => content.Text("type") switch
    {
        "tool_use" => _toolCalls++,
        "thinking" or "redacted_thinking" => _reasonings++,
        _ => 0,
    };

    private void Close(long index)
    {
        if (_open.Remove(index, out var block))
        {
            block.Dispose();
        }
    }

    private ReadOnlyMemory<byte> Text(JsonElement holder)
    {
        if (holder.Find("text") is not { } text || !text.IsFilled())
        {
            return default;
        }

        _textLength += WireText.Read(text).Length;
        return chunks.WriteDelta(writer => writer.WriteRaw("content"u8, text));
    }

    private ReadOnlyMemory<byte> Thinking(AnswerBlock block, JsonElement holder)
    {
        var text = Filled(holder.Find("thinking"));
        var signature = Filled(holder.Find("signature"));
        return text is null && signature is null ? default : chunks.WriteDelta(writer =>
        {
            if (text is { } thought)
            {
                writer.WriteRaw("reasoning"u8, thought);
            }

            writer.WriteStartArray("reasoning_details"u8);
            new ReasoningDetail { Format = ThinkingReplay.Format, Index = block.Number, Text = text?.Text(), Signature = signature?.Text() }.Write(writer);
            writer.WriteEndArray();
        });
    }

    private ReadOnlyMemory<byte> Redacted(AnswerBlock block, JsonElement data) => chunks.WriteDelta(writer =>
    {
        writer.WriteStartArray("reasoning_details"u8);
        new ReasoningDetail { Format = ThinkingReplay.Format, Index = block.Number, Data = data.Text() }.Write(writer);
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> ToolUse(AnswerBlock block, JsonElement content)
    {
        // Some servers of this dialect give the whole input at once.
        var input = content.FindObject("input") is { } whole && whole.EnumerateObject().Any() ? whole.GetRawText() : "";
        block.HasArguments = input.Length > 0;
        return ToolCall(block, writer =>
        {
            writer.WriteString("id"u8, content.Text("id"));
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, content.Text("name"));
            writer.WriteString("arguments"u8, input);
            writer.WriteEndObject();
        });
    }

    private ReadOnlyMemory<byte> Arguments(AnswerBlock block, JsonElement json) => ToolCall(block, writer =>
    {
        writer.WriteStartObject("function"u8);
        writer.WriteRaw("arguments"u8, json);
        writer.WriteEndObject();
    });

    private ReadOnlyMemory<byte> NoArguments(AnswerBlock block) => ToolCall(block, writer =>
    {
        writer.WriteStartObject("function"u8);
        writer.WriteString("arguments"u8, "{}"u8);
        writer.WriteEndObject();
    });

    private ReadOnlyMemory<byte> ToolCall(AnswerBlock block, Action<Utf8JsonWriter> members) => chunks.WriteDelta(writer =>
    {
        writer.WriteStartArray("tool_calls"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, block.Number);
        members(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private ReadOnlyMemory<byte> Annotations(AnswerBlock block) => chunks.WriteDelta(writer =>
    {
        writer.WriteStartArray("annotations"u8);
        foreach (var citation in block.Citations)
        {
            AnswerCitation.Write(writer, citation.RootElement, block.TextStart, _textLength);
        }

        writer.WriteEndArray();
    });

    private static JsonElement? Filled(JsonElement? text) => text is { } value && value.IsFilled() ? value : null;
}
