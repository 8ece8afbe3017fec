using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes why an answer ended, in the chat API's word and the upstream's own.</summary>
internal static class AnswerFinish
{
    public static void Write(Utf8JsonWriter writer, string reason)
    {
        writer.WriteString("finish_reason"u8, FinishReasons.Normalise(reason, hasToolCalls: false));
        writer.WriteString("native_finish_reason"u8, reason);
    }

    /// <summary>What the upstream says to a caller whose request its classifiers stopped; nothing when it says nothing.</summary>
    public static JsonElement? Explanation(JsonElement holder) =>
        holder.Find("stop_details")?.Find("explanation") is { ValueKind: JsonValueKind.String } text ? text : null;
}
