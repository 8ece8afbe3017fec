using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens a reply of the Responses API, or the fold of a streamed one, to attributes.</summary>
public static class ResponseReplyAttributes
{
    /// <summary>
    /// Writes <c>output.*</c>, <c>llm.model_name</c>, token counts, cost, <c>llm.finish_reason</c> (why a response is incomplete) and
    /// <c>llm.output_messages</c>, one an output item. Never throws on content: a reply that is not a JSON object is recorded as plain text.
    /// </summary>
    /// <param name="reply">UTF-8 JSON of the whole response object.</param>
    /// <param name="sink">Receives the attributes, masked already.</param>
    /// <param name="config">What is hidden.</param>
    /// <returns>The error of a response that failed; null if it did not.</returns>
    public static ChatError? Write(ReadOnlyMemory<byte> reply, AttributeSink sink, TraceConfig config) =>
        ReplyBodyAttributes.Write(reply, LlmAttributes.ModelName, ImageEdits.ForResponse, sink, config, WriteContents);

    private static ChatError? WriteContents(JsonElement root, MaskingSink sink)
    {
        if (JsonRead.TryGetObject(root, "incomplete_details"u8, out var incomplete))
        {
            RequestBodyAttributes.SetText(sink, LlmAttributes.FinishReason, incomplete, "reason"u8);
        }

        WriteMessages(root, sink);
        return ChatError.FromOwner(root) ?? FailedWithoutError(root);
    }

    private static void WriteMessages(JsonElement root, MaskingSink sink)
    {
        if (!JsonRead.TryGetArray(root, "output"u8, out var items))
        {
            return;
        }

        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            ResponseItemAttributes.Write(sink, $"{LlmAttributes.OutputMessages}.{index++}.", item);
        }
    }

    private static ChatError? FailedWithoutError(JsonElement root) =>
        JsonRead.TryGetString(root, "status"u8, out var status) && status == "failed" ? new ChatError { Message = "The response failed, without saying why." } : null;
}
