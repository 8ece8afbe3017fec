using System.Text;
using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>One chat message of the model, collected from the blocks of its turn.</summary>
/// <remarks>
/// <code>
/// {"type":"thinking","thinking":"Hm.","signature":"Eq…"},{"type":"text","text":"Let me look."},{"type":"tool_use","id":"a","name":"find","input":{"q":1}}
/// {"role":"assistant","content":"Let me look.","reasoning":"Hm.","reasoning_details":[{"type":"reasoning.text","text":"Hm.","signature":"Eq…",…}],"tool_calls":[…]}
/// </code>
/// </remarks>
internal sealed class AssistantMessage
{
    private const string Claude = "anthropic-claude-v1";

    public List<JsonElement> Thoughts { get; } = [];

    public List<(JsonElement Block, string Place)> Texts { get; } = [];

    public List<JsonElement> Calls { get; } = [];

    public bool IsEmpty => Thoughts.Count == 0 && Texts.Count == 0 && Calls.Count == 0;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        if (Texts.Count > 0)
        {
            PartTranslator.WriteContent(writer, Texts);
        }
        else
        {
            writer.WriteNull("content"u8);
        }

        WriteThoughts(writer);
        WriteCalls(writer);
        writer.WriteEndObject();
    }

    // The text for models whose reasoning is only text; with its signature, or sealed, for those that know theirs again.
    private void WriteThoughts(Utf8JsonWriter writer)
    {
        var text = string.Concat(Thoughts.Select(thought => thought.FindText("thinking"u8)));
        if (text.Length > 0)
        {
            writer.WriteString("reasoning"u8, text);
        }

        var signed = Thoughts.FindAll(thought => thought.Find("data"u8) is not null || thought.FindFilled("signature"u8) is not null);
        if (signed.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("reasoning_details"u8);
        for (var index = 0; index < signed.Count; index++)
        {
            WriteDetail(writer, signed[index], index);
        }

        writer.WriteEndArray();
    }

    private static void WriteDetail(Utf8JsonWriter writer, JsonElement thought, int index)
    {
        if (thought.FindText("data"u8) is { } data)
        {
            using var foreign = ForeignReasoning.Unwrap(data);
            if (foreign is not null)
            {
                writer.WriteRaw(foreign.RootElement);
                return;
            }
        }

        writer.WriteStartObject();
        if (thought.Find("data"u8) is { } sealedData)
        {
            writer.WriteString("type"u8, "reasoning.encrypted"u8);
            writer.WriteRaw("data"u8, sealedData);
        }
        else
        {
            writer.WriteString("type"u8, "reasoning.text"u8);
            writer.WriteRaw("text"u8, thought.Find("thinking"u8)!.Value);
            writer.WriteRaw("signature"u8, thought.Find("signature"u8)!.Value);
        }

        writer.WriteString("format"u8, Claude);
        writer.WriteNumber("index"u8, index);
        writer.WriteEndObject();
    }

    private void WriteCalls(Utf8JsonWriter writer)
    {
        if (Calls.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in Calls)
        {
            writer.WriteStartObject();
            writer.WriteRaw("id"u8, call.Find("id"u8)!.Value);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteRaw("name"u8, call.Find("name"u8)!.Value);
            writer.WriteString("arguments"u8, call.Find("input"u8) is { } input ? Encoding.UTF8.GetString(input.Raw()) : "{}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        // A call has no place for a mark in a chat; one on the message stands for its last part, which is the last call.
        PartTranslator.CopyCacheMark(writer, Calls[^1]);
    }
}
