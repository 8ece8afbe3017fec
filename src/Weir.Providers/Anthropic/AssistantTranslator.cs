using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Translates what the model said earlier: its thinking with the signatures, its text, its tool calls, in this order.</summary>
internal static class AssistantTranslator
{
    /// <exception cref="TranslationException">A tool call cannot be said.</exception>
    public static List<ContentBlock> Translate(JsonElement message, string place)
    {
        var blocks = ThinkingReplay.Blocks(message);
        var said = PartTranslator.Translate(message, place, PartPlace.Assistant);
        if (said.Count == 0 && message.Find("refusal") is { ValueKind: JsonValueKind.String } refusal && !ContentBlock.IsBlank(refusal))
        {
            said.Add(ContentBlock.OfText(refusal));
        }

        blocks.AddRange(said);
        var index = 0;
        foreach (var call in message.Items("tool_calls"))
        {
            blocks.Add(ToolUse(call, $"{place}.tool_calls[{index++}]"));
        }

        return blocks;
    }

    private static ContentBlock ToolUse(JsonElement call, string place)
    {
        if (call.FindObject("function") is not { } function || function.Text("name") is not { } name || call.Text("id") is not { } id)
        {
            throw new TranslationException(
                $"{place} is not a function call with an 'id' and a 'function' with a 'name'; the anthropic dialect knows no other.");
        }

        var arguments = ToolArguments.AsObject(function, place);
        return new ContentBlock(writer =>
        {
            writer.WriteString("type"u8, "tool_use"u8);
            writer.WriteString("id"u8, ToolCallIds.Fit(id));
            writer.WriteString("name"u8, name);
            writer.WritePropertyName("input"u8);
            writer.WriteRawValue(arguments, skipInputValidation: true);
        });
    }
}
