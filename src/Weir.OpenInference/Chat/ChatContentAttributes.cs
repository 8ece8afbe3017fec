using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens what a message says: one text to <c>message.content</c>, anything richer to <c>message.contents</c>.</summary>
internal static class ChatContentAttributes
{
    public static void Write(AttributeSink sink, string prefix, JsonElement message)
    {
        var hasParts = JsonRead.TryGetArray(message, "content"u8, out var parts);
        var hasImages = JsonRead.TryGetArray(message, "images"u8, out var images) && images.GetArrayLength() > 0;
        var reasoning = ChatReasoning.Read(message);
        var transcript = Transcript(message);
        var isRich = hasParts || hasImages || reasoning is not null || transcript is not null;
        if (!isRich)
        {
            if (TryGetText(message, out var only))
            {
                JsonText.Set(sink, prefix + MessageAttributes.Content, only);
            }

            return;
        }

        var writer = new ContentPartWriter(sink, prefix);
        if (reasoning is not null)
        {
            writer.Reasoning(reasoning);
        }

        if (hasParts)
        {
            writer.All(parts);
        }
        else if (TryGetText(message, out var text))
        {
            writer.Text(text);
        }

        if (hasImages)
        {
            writer.All(images);
        }

        if (transcript is { } said)
        {
            writer.Transcript(said);
        }
    }

    // A refusal is what the message says where it says nothing else.
    private static bool TryGetText(JsonElement message, out JsonElement text) =>
        JsonRead.TryGetText(message, "content"u8, out text) || JsonRead.TryGetText(message, "refusal"u8, out text);

    private static JsonElement? Transcript(JsonElement message) =>
        JsonRead.TryGetObject(message, "audio"u8, out var audio) && JsonRead.TryGetText(audio, "transcript"u8, out var text) ? text : null;
}
