using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens an OpenAI-dialect chat reply, a legacy completion, or the fold of a streamed one, to attributes.</summary>
public static class ChatReplyAttributes
{
    /// <summary>
    /// Writes <c>output.*</c>, <c>llm.model_name</c>, token counts, cost, finish reason and <c>llm.output_messages</c> or <c>llm.choices</c>, in this order, so that
    /// an attribute limit evicts messages first. Never throws on content: a reply that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="reply">UTF-8 JSON of the whole reply.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <returns>The error that a reply with status 200 may hold, of the reply itself or of one of its choices; null if none.</returns>
    public static ChatError? Write(ReadOnlyMemory<byte> reply, AttributeSink sink, TraceConfig config) =>
        ReplyBodyAttributes.Write(reply, LlmAttributes.ModelName, ChatMediaEdits.ForReply, sink, config, WriteContents);

    private static ChatError? WriteContents(JsonElement root, MaskingSink sink)
    {
        if (JsonRead.TryGetArray(root, "choices"u8, out var choices))
        {
            WriteChoices(sink, choices);
        }

        return ChatError.Find(root);
    }

    private static void WriteChoices(MaskingSink sink, JsonElement choices)
    {
        foreach (var choice in choices.EnumerateArray())
        {
            if (ChoiceIndex(choice) == 0)
            {
                RequestBodyAttributes.SetText(sink, LlmAttributes.FinishReason, choice, "finish_reason"u8);
            }
        }

        foreach (var choice in choices.EnumerateArray())
        {
            if (JsonRead.TryGetObject(choice, "message"u8, out var message))
            {
                ChatMessageAttributes.Write(sink, $"{LlmAttributes.OutputMessages}.{ChoiceIndex(choice)}.", message);
            }
            else
            {
                RequestBodyAttributes.SetText(sink, $"{LlmAttributes.Choices}.{ChoiceIndex(choice)}.{ChoiceAttributes.CompletionText}", choice, "text"u8);
            }
        }
    }

    private static long ChoiceIndex(JsonElement choice) => JsonRead.TryGetInteger(choice, "index"u8, out var index) ? index : 0;
}
