using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Turns a whole answer into a chat completion.</summary>
/// <remarks>
/// <code>
/// {"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":"Hi"}],"stop_reason":"end_turn","usage":{"input_tokens":3,"output_tokens":1}}
/// {"id":"msg_1","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop","native_finish_reason":"end_turn"}],"usage":{…}}
/// </code>
/// </remarks>
internal static class AnthropicAnswerReader
{
    /// <exception cref="InvalidDataException">It is neither a finished message nor an error.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> body)
    {
        using var document = WireDocument.Parse(body);
        using var chunks = new ChunkWriter();
        var answer = document.RootElement;
        if (answer.Text("type") == "error")
        {
            return chunks.Write(writer => AnswerError.Write(writer, answer)).ToArray();
        }

        if (answer.Text("stop_reason") is not { } reason || answer.Find("content") is not { ValueKind: JsonValueKind.Array })
        {
            throw new InvalidDataException("It is not a message with 'content' and 'stop_reason'.");
        }

        var usage = new AnswerUsage();
        usage.Take(answer.FindObject("usage"));
        return chunks.Write(writer => Write(writer, answer, reason, usage)).ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement answer, string reason, AnswerUsage usage)
    {
        writer.WriteString("id"u8, answer.Text("id"));
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        WriteMessage(writer, answer, [.. answer.Items("content")]);
        AnswerFinish.Write(writer, answer, reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (usage.ServiceTier is { } tier)
        {
            writer.WriteString("service_tier"u8, tier);
        }

        usage.Write(writer);
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonElement answer, JsonElement[] blocks)
    {
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteString("content"u8, Joined(blocks, "text", "text"));
        if (AnswerFinish.Explanation(answer) is { } explanation)
        {
            writer.WriteRaw("refusal"u8, explanation);
        }

        if (Joined(blocks, "thinking", "thinking") is { Length: > 0 } reasoning)
        {
            writer.WriteString("reasoning"u8, reasoning);
        }

        WriteReasoning(writer, blocks);
        WriteToolCalls(writer, blocks);
        WriteAnnotations(writer, blocks);
        writer.WriteEndObject();
    }

    // Null when there is no such block.
    private static string? Joined(JsonElement[] blocks, string type, string member)
    {
        StringBuilder? all = null;
        foreach (var block in Array.FindAll(blocks, block => block.Text("type") == type))
        {
            all = (all ?? new StringBuilder()).Append(block.Text(member));
        }

        return all?.ToString();
    }

    private static void WriteReasoning(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        var thoughts = Array.FindAll(blocks, block => block.Text("type") is "thinking" or "redacted_thinking");
        if (thoughts.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("reasoning_details"u8);
        for (var index = 0; index < thoughts.Length; index++)
        {
            if (thoughts[index].Find("data") is { } data)
            {
                new ReasoningDetail { Format = ThinkingReplay.Format, Index = index, Data = data.Text() }.Write(writer);
                continue;
            }

            new ReasoningDetail
            {
                Format = ThinkingReplay.Format,
                Index = index,
                Text = thoughts[index].Text("thinking"),
                Signature = thoughts[index].Text("signature"),
            }.Write(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteToolCalls(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        var calls = Array.FindAll(blocks, block => block.Text("type") == "tool_use");
        if (calls.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.Text("id"));
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Text("name"));
            writer.WriteString("arguments"u8, call.FindObject("input")?.GetRawText() ?? "{}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAnnotations(Utf8JsonWriter writer, JsonElement[] blocks)
    {
        if (!Array.Exists(blocks, block => block.Items("citations").Any()))
        {
            return;
        }

        var end = 0;
        writer.WriteStartArray("annotations"u8);
        foreach (var block in blocks)
        {
            var start = end;
            end += block.Text("type") == "text" ? block.Text("text")?.Length ?? 0 : 0;
            foreach (var citation in block.Items("citations"))
            {
                AnswerCitation.Write(writer, citation, start, end);
            }
        }

        writer.WriteEndArray();
    }
}
