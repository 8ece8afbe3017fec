using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>The blocks of one streamed answer: the chat API numbers tool calls and reasoning apart.</summary>
internal sealed class ConverseBlocks(ChunkWriter chunks)
{
    // An answer has a few; more than this is no answer.
    private const int MostBlocks = 1024;

    // More than a text has sources.
    private const int MostCitations = 256;

    // By the index of Converse. Bounded by MostBlocks.
    private readonly Dictionary<long, ToolCallBlock> _calls = [];
    private readonly Dictionary<long, int> _reasonings = [];

    // What the open text refers to, shown when its end is known. Bounded by MostCitations.
    private readonly List<JsonElement> _citations = [];
    private long _textIndex = -1;
    private int _textStart;
    private int _textLength;

    /// <summary>The chunk of a block that begins: only those of tools are announced.</summary>
    /// <exception cref="InvalidDataException">A tool call has no id or no name.</exception>
    public ReadOnlyMemory<byte> Start(JsonElement next)
    {
        // A tool that Bedrock runs itself is not for the caller to run.
        if (!next.Member("start").TryMember("toolUse", out var call) || call.Text("type") == "server_tool_use")
        {
            return default;
        }

        if (call.Text("toolUseId") is not { } id || call.Text("name") is not { } name)
        {
            throw new InvalidDataException("A tool call begins without an id or a name.");
        }

        var block = new ToolCallBlock(Bounded(_calls.Count));
        _calls[IndexOf(next)] = block;
        return ToolCall(block, writer =>
        {
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, ""u8);
            writer.WriteEndObject();
        });
    }

    /// <summary>The chunk of a piece; empty when it shows nothing.</summary>
    public ReadOnlyMemory<byte> Continue(JsonElement next)
    {
        var delta = next.Member("delta");
        if (delta.Text("text") is { Length: > 0 } text)
        {
            Enter(IndexOf(next));
            _textLength += text.Length;
            return chunks.WriteDelta(writer => writer.WriteString("content"u8, text));
        }

        if (delta.Member("toolUse").Text("input") is { Length: > 0 } input && _calls.TryGetValue(IndexOf(next), out var block))
        {
            block.HasArguments = true;
            return Arguments(block, input);
        }

        if (delta.TryMember("reasoningContent", out var reasoning))
        {
            return Reasoning(NumberOf(IndexOf(next)), reasoning);
        }

        if (delta.TryMember("citation", out var citation) && ConverseCitations.HasAddress(citation) && _citations.Count < MostCitations)
        {
            Enter(IndexOf(next));
            _citations.Add(citation.Clone());
        }

        return default;
    }

    /// <summary>The chunk of a block that ends: its citations; and a tool call without arguments still has to be JSON.</summary>
    public ReadOnlyMemory<byte> Stop(JsonElement next)
    {
        if (IndexOf(next) == _textIndex && _citations.Count > 0)
        {
            return chunks.WriteDelta(writer => ConverseCitations.Write(writer, [.. _citations.Select(citation => (citation, _textStart, _textLength))]));
        }

        return _calls.TryGetValue(IndexOf(next), out var block) && !block.HasArguments ? Arguments(block, "{}") : default;
    }

    private static long IndexOf(JsonElement next) => next.Whole("contentBlockIndex") ?? 0;

    private static int Bounded(int count) =>
        count < MostBlocks ? count : throw new InvalidDataException($"An answer has more than {MostBlocks} tool calls or thoughts.");

    // Texts come one after the other.
    private void Enter(long index)
    {
        if (index != _textIndex)
        {
            (_textIndex, _textStart) = (index, _textLength);
            _citations.Clear();
        }
    }

    private int NumberOf(long index)
    {
        if (!_reasonings.TryGetValue(index, out var number))
        {
            number = _reasonings[index] = Bounded(_reasonings.Count);
        }

        return number;
    }

    private ReadOnlyMemory<byte> Reasoning(int number, JsonElement piece)
    {
        var text = piece.Text("text");
        var signature = piece.Text("signature");
        var redacted = piece.Text("redactedContent");
        return string.IsNullOrEmpty(text) && string.IsNullOrEmpty(signature) && string.IsNullOrEmpty(redacted) ? default : chunks.WriteDelta(writer =>
        {
            if (!string.IsNullOrEmpty(text))
            {
                writer.WriteString("reasoning"u8, text);
            }

            writer.WriteStartArray("reasoning_details"u8);
            ConverseReasoningDetails.Write(writer, number, text, signature, redacted);
            writer.WriteEndArray();
        });
    }

    private ReadOnlyMemory<byte> Arguments(ToolCallBlock block, string json) => ToolCall(block, writer =>
    {
        writer.WriteStartObject("function"u8);
        writer.WriteString("arguments"u8, json);
        writer.WriteEndObject();
    });

    private ReadOnlyMemory<byte> ToolCall(ToolCallBlock block, Action<Utf8JsonWriter> members) => chunks.WriteDelta(writer =>
    {
        writer.WriteStartArray("tool_calls"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, block.Number);
        members(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private sealed record ToolCallBlock(int Number)
    {
        public bool HasArguments { get; set; }
    }
}
