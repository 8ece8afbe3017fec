using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates what the model said earlier.</summary>
/// <remarks>
/// A chat message holds its reasoning, its text and its tool calls in this order. Where a turn thinks again after it has spoken, another
/// message begins, so that the blocks can be put together again in the order they had.
/// </remarks>
internal static class AssistantTurnTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement content, string place)
    {
        var said = new AssistantMessage();
        if (content.ValueKind == JsonValueKind.String)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, "assistant"u8);
            writer.WriteRaw("content"u8, content);
            writer.WriteEndObject();
            return;
        }

        var index = 0;
        foreach (var block in content.EnumerateArray())
        {
            var at = $"{place}[{index++}]";
            said = IsThinking(block) && said is { Texts.Count: > 0, Calls.Count: 0 } ? Next(writer, said) : said;
            Add(said, block, at);
        }

        if (!said.IsEmpty)
        {
            said.Write(writer);
        }
    }

    // What another provider alone can read stands behind the text it belongs to.
    private static bool IsThinking(JsonElement block) =>
        block.FindText("type"u8) is "thinking" or "redacted_thinking" && !(block.FindText("data"u8) is { } data && ForeignReasoning.IsIn(data));

    private static AssistantMessage Next(Utf8JsonWriter writer, AssistantMessage said)
    {
        said.Write(writer);
        return new AssistantMessage();
    }

    private static void Add(AssistantMessage said, JsonElement block, string place)
    {
        switch (block.FindText("type"u8))
        {
            case "text":
                said.Texts.Add((block, place));
                break;
            case "thinking" when block.Find("thinking"u8) is { ValueKind: JsonValueKind.String }:
            case "redacted_thinking" when block.Find("data"u8) is { ValueKind: JsonValueKind.String }:
                said.Thoughts.Add(block);
                break;
            case "thinking":
                throw Refusal.Invalid($"'{place}.thinking' is missing; send the block back as it came.");
            case "redacted_thinking":
                throw Refusal.Invalid($"'{place}.data' is missing; send the block back as it came.");
            case "tool_use":
                RequireCall(block, place);
                said.Calls.Add(block);
                break;
            default:
                throw BlockRefusals.Of(block, place, "an assistant's turn takes text, thinking, redacted_thinking and tool_use");
        }
    }

    private static void RequireCall(JsonElement block, string place)
    {
        if (block.FindFilled("id"u8) is null || block.FindFilled("name"u8) is null)
        {
            throw Refusal.Invalid($"'{place}' is a tool_use block without 'id' or 'name'; send it back as it came.");
        }

        if (block.Find("input"u8) is { ValueKind: not JsonValueKind.Object } input)
        {
            throw Refusal.Invalid($"'{place}.input' is {input.KindName()}; it must be an object.");
        }
    }
}
