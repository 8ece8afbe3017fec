using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Writes an answer as one <c>message</c> object.</summary>
internal static class MessageResponseWriter
{
    public static ReadOnlyMemory<byte> Write(ChatRequest request, Answer answer, MessagesUsage usage, AnswerExtent extent) => JsonOutput.Build(json =>
    {
        var hasContent = extent.HasFlag(AnswerExtent.Content);
        var choice = answer.Choices[0];
        json.WriteStartObject();
        MessageForms.WriteHead(json, request, answer);
        json.WriteStartArray("content");
        if (hasContent)
        {
            WriteBlocks(json, request, choice);
        }

        json.WriteEndArray();
        json.WriteString("stop_reason", hasContent ? MessageForms.StopReason(choice) : null);
        json.WriteString("stop_sequence", hasContent ? choice.StopHit : null);
        if (extent.HasFlag(AnswerExtent.Usage))
        {
            usage.WriteEnd(json, answer);
        }

        json.WriteEndObject();
    });

    private static void WriteBlocks(Utf8JsonWriter json, ChatRequest request, AnswerChoice choice)
    {
        if (!choice.Reasoning.IsEmpty)
        {
            json.WriteStartObject();
            WriteThinking(json, request, choice);
            json.WriteEndObject();
        }

        if (!choice.Content.IsEmpty)
        {
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", choice.Text);
            json.WriteEndObject();
        }

        foreach (var call in choice.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("type", "tool_use");
            json.WriteString("id", MessageForms.ToolId(call));
            json.WriteString("name", call.Name);
            json.WritePropertyName("input");

            // Arguments that ran out of tokens are no JSON; the API answers with an empty object then.
            json.WriteRawValue(choice.FinishReason == "length" ? "{}" : call.ArgumentsText);
            json.WriteEndObject();
        }
    }

    private static void WriteThinking(Utf8JsonWriter json, ChatRequest request, AnswerChoice choice)
    {
        if (request.Reasoning.IsRedacted)
        {
            MessageForms.WriteRedacted(json, choice);
            return;
        }

        var shown = MessageForms.ShownThinking(request, choice);
        json.WriteString("type", "thinking");
        json.WriteString("thinking", shown);
        json.WriteString("signature", Thinking.Sign(shown));
    }
}
