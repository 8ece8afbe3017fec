using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Recognises the content parts of a chat message.</summary>
internal static class ChatParts
{
    /// <summary>Text of <c>{"type":"text","text":"…"}</c> or <c>{"type":"refusal","refusal":"…"}</c>.</summary>
    public static bool TryGetText(JsonElement part, out JsonElement text) =>
        JsonRead.TryGetText(part, "text"u8, out text) || JsonRead.TryGetText(part, "refusal"u8, out text);

    /// <summary>Address of <c>{"type":"image_url","image_url":{"url":"…"}}</c>, or of the short form with a bare string.</summary>
    public static bool TryGetImageUrl(JsonElement part, out JsonElement url) => TryGetUrl(part, "image_url"u8, out url);

    /// <summary>Address of <c>{"type":"video_url","video_url":{"url":"…"}}</c>.</summary>
    public static bool TryGetVideoUrl(JsonElement part, out JsonElement url) => TryGetUrl(part, "video_url"u8, out url);

    /// <summary>Content of <c>{"type":"input_audio","input_audio":{"data":"…","format":"wav"}}</c>.</summary>
    public static bool TryGetAudio(JsonElement part, out JsonElement data, out string format)
    {
        data = default;
        format = "wav";
        if (!JsonRead.TryGetObject(part, "input_audio"u8, out var audio) || !JsonRead.TryGetText(audio, "data"u8, out data))
        {
            return false;
        }

        format = JsonRead.TryGetString(audio, "format"u8, out var named) ? named : format;
        return true;
    }

    /// <summary>A part's audio as the data URI that goes into <see cref="AudioAttributes.Url"/>.</summary>
    public static string AudioUri(JsonElement data, string format) => $"data:audio/{format};base64,{JsonText.Decode(data)}";

    private static bool TryGetUrl(JsonElement part, ReadOnlySpan<byte> kind, out JsonElement url) =>
        JsonRead.TryGetText(part, kind, out url)
        || (JsonRead.TryGetObject(part, kind, out var nested) && JsonRead.TryGetText(nested, "url"u8, out url));
}
