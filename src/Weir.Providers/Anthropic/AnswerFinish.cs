using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes why an answer ended, in the chat API's word and the upstream's own.</summary>
internal static class AnswerFinish
{
    /// <param name="writer">In an open choice.</param>
    /// <param name="holder">What says why: the message, or the delta that ends it.</param>
    /// <param name="reason">Its reason.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement holder, string reason)
    {
        writer.WriteString("finish_reason"u8, FinishReasons.Normalise(reason, hasToolCalls: false));
        writer.WriteString("native_finish_reason"u8, reason);

        // Which of the caller's sequences it was, where servers of open models say it in a chat.
        if (holder.Find("stop_sequence") is { ValueKind: JsonValueKind.String } sequence)
        {
            writer.WriteRaw("stop_reason"u8, sequence);
        }
    }

    /// <summary>What the upstream says to a caller whose request its classifiers stopped; nothing when it says nothing.</summary>
    public static JsonElement? Explanation(JsonElement holder) =>
        holder.Find("stop_details")?.Find("explanation") is { ValueKind: JsonValueKind.String } text ? text : null;
}
