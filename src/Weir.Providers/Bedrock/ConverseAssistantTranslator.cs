using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;
using ToolArguments = Weir.Providers.Translation.ToolArguments;

namespace Weir.Providers.Bedrock;

/// <summary>Translates what the model said earlier: its signed reasoning, its text, its tool calls, in this order.</summary>
internal static class ConverseAssistantTranslator
{
    /// <exception cref="TranslationException">A tool call cannot be said.</exception>
    public static List<ConverseBlock> Translate(JsonElement message, string place, ConversePartTranslator parts)
    {
        var blocks = ConverseReasoningReplay.Blocks(message);
        var said = parts.Translate(message, place, ConversePlace.Assistant);
        if (said.Count == 0 && message.Text("refusal") is { } refusal && !string.IsNullOrWhiteSpace(refusal))
        {
            said.Add(ConverseBlock.OfText(refusal));
        }

        blocks.AddRange(said);
        var index = 0;
        foreach (var call in message.Items("tool_calls"))
        {
            blocks.Add(ToolUse(call, $"{place}.tool_calls[{index++}]"));
        }

        return blocks;
    }

    private static ConverseBlock ToolUse(JsonElement call, string place)
    {
        var function = call.Member("function");
        if (function.Text("name") is not { } name || call.Text("id") is not { Length: > 0 } id)
        {
            throw new TranslationException($"{place} is not a function call with an 'id' and a 'function' with a 'name'; the bedrock dialect knows no other.");
        }

        var input = ToolArguments.AsObject(function, name);
        return new ConverseBlock("toolUse", writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("toolUseId"u8, ToolCallIds.Fit(id));
            writer.WriteString("name"u8, name);
            writer.WritePropertyName("input"u8);
            writer.WriteRawValue(input, skipInputValidation: true);
            writer.WriteEndObject();
        });
    }
}
