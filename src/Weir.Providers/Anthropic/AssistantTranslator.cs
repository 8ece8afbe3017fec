using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Json;

namespace Weir.Providers.Anthropic;

/// <summary>Translates what the model said earlier: its thinking with the signatures, its text, its tool calls, in this order.</summary>
internal static class AssistantTranslator
{
    /// <exception cref="TranslationException">A tool call cannot be said.</exception>
    public static List<ContentBlock> Translate(JsonElement message, string place)
    {
        var blocks = ThinkingReplay.Blocks(message);
        var said = PartTranslator.Translate(message, place, PartPlace.Assistant);
        if (said.Count == 0 && message.Find("refusal"u8) is { ValueKind: JsonValueKind.String } refusal && !ContentBlock.IsBlank(refusal))
        {
            said.Add(ContentBlock.OfText(refusal));
        }

        blocks.AddRange(said);
        var index = 0;
        foreach (var call in message.FindItems("tool_calls"u8))
        {
            blocks.Add(ToolUse(call, $"{place}.tool_calls[{index++}]"));
        }

        return blocks;
    }

    private static ContentBlock ToolUse(JsonElement call, string place)
    {
        if (call.FindObject("function"u8) is not { } function || function.FindText("name"u8) is not { } name || call.FindText("id"u8) is not { } id)
        {
            throw new TranslationException(
                $"{place} is not a function call with an 'id' and a 'function' with a 'name'; the anthropic dialect knows no other.");
        }

        var arguments = ToolArguments.Read(function.Find("arguments"u8), $"{place}.function.arguments");
        return new ContentBlock(writer =>
        {
            writer.WriteString("type"u8, "tool_use"u8);
            writer.WriteString("id"u8, ToolCallId.Of(id));
            writer.WriteString("name"u8, name);
            writer.WritePropertyName("input"u8);
            writer.WriteRawValue(arguments.Span, skipInputValidation: true);
        });
    }
}
