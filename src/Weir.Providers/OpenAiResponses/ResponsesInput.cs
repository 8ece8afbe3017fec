using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Translates messages to input items; one message can become several.</summary>
/// <param name="writer">Inside the list.</param>
/// <param name="instructionRole">The role of instructions; null: the one they have.</param>
/// <remarks>
/// <code>
/// {"role":"assistant","content":"Wait","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}
/// {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Wait"}]}  {"type":"function_call","call_id":"c","name":"f","arguments":"{}"}
/// {"role":"tool","tool_call_id":"c","content":"4"}    {"type":"function_call_output","call_id":"c","output":"4"}
/// </code>
/// </remarks>
internal sealed class ResponsesInput(Utf8JsonWriter writer, string? instructionRole)
{
    public void Write(JsonElement request)
    {
        var at = 0;
        foreach (var message in request.Items("messages"))
        {
            var place = $"messages[{at++}]";
            switch (message.Text("role"))
            {
                case "system" or "developer" or "user":
                    WriteMessage(message, place);
                    break;
                case "assistant":
                    WriteAssistant(message, place);
                    break;
                case "tool":
                    WriteResult(message, place);
                    break;
                default:
                    throw new TranslationException(
                        $"{place}.role is \"{message.Text("role")}\"; the openai-responses dialect takes system, developer, user, assistant and tool.");
            }
        }
    }

    private void WriteMessage(JsonElement message, string place)
    {
        var role = message.Text("role")!;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "message"u8);
        writer.WriteString("role"u8, role == "user" ? role : instructionRole ?? role);
        WriteContent("content", message, MessageText.NamePrefix(message), place);
        writer.WriteEndObject();
    }

    // A name has no place of its own here.
    private void WriteContent(string member, JsonElement message, string prefix, string place)
    {
        var content = message.Member("content");
        if (content.ValueKind != JsonValueKind.Array)
        {
            writer.WriteString(member, prefix + content.Text());
            return;
        }

        writer.WriteStartArray(member);
        if (prefix.Length > 0)
        {
            ResponsesParts.WriteText(writer, prefix);
        }

        var at = 0;
        foreach (var part in content.Items())
        {
            ResponsesParts.Write(writer, part, $"{place}.content[{at++}]");
        }

        writer.WriteEndArray();
    }

    private void WriteAssistant(JsonElement message, string place)
    {
        ResponsesReasoning.Write(writer, message);
        var text = MessageText.Of(message);
        var refusal = message.Text("refusal");
        if (text.Length > 0 || !string.IsNullOrEmpty(refusal))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "message"u8);
            writer.WriteString("role"u8, "assistant"u8);
            writer.WriteStartArray("content"u8);
            WriteSaid("output_text", "text", text);
            WriteSaid("refusal", "refusal", refusal);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var at = 0;
        foreach (var call in message.Items("tool_calls"))
        {
            WriteCall(call, $"{place}.tool_calls[{at++}]");
        }
    }

    private void WriteSaid(string type, string member, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString(member, text);
        writer.WriteEndObject();
    }

    private void WriteCall(JsonElement call, string place)
    {
        if (call.FindObject("function") is not { } function || function.Text("name") is not { } name || call.Text("id") is not { } id)
        {
            throw new TranslationException(
                $"{place} is not a function call with an 'id' and a 'function' with a 'name'; the openai-responses dialect knows no other.");
        }

        var arguments = function.Member("arguments");
        var text = arguments.ValueKind == JsonValueKind.Object ? arguments.GetRawText() : arguments.Text();
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function_call"u8);
        writer.WriteString("call_id"u8, ToolCallIds.Fit(id));
        writer.WriteString("name"u8, name);
        writer.WriteString("arguments"u8, string.IsNullOrEmpty(text) ? "{}" : text);
        writer.WriteEndObject();
    }

    private void WriteResult(JsonElement message, string place)
    {
        if (message.Text("tool_call_id") is not { } id)
        {
            throw new TranslationException($"{place}.tool_call_id is missing; send the id of the call that this answers.");
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "function_call_output"u8);
        writer.WriteString("call_id"u8, ToolCallIds.Fit(id));
        WriteContent("output", message, "", place);
        writer.WriteEndObject();
    }
}
