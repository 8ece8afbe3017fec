using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes content parts: text, and media inline or by reference.</summary>
/// <remarks>
/// <code>
/// {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}      {"inlineData":{"mimeType":"image/png","data":"iVBO"}}
/// {"type":"file","file":{"file_data":"https://a.example/b.pdf"}}             {"fileData":{"mimeType":"application/pdf","fileUri":"https://a.example/b.pdf"}}
/// </code>
/// </remarks>
internal static class GeminiPartTranslator
{
    /// <summary>What files that were uploaded to Google begin with.</summary>
    public const string UploadedFiles = "https://generativelanguage.googleapis.com/";

    public static void Write(Utf8JsonWriter writer, JsonElement part)
    {
        switch (part.Text("type"))
        {
            case "text":
                WriteText(writer, part.Text("text") ?? "");
                break;
            case "image_url":
                WriteUrl(writer, Url(part, "image_url"), null);
                break;
            case "video_url" or "input_video":
                WriteVideo(writer, Url(part, "video_url"));
                break;
            case "input_audio":
                WriteAudio(writer, part);
                break;
            case "file":
                WriteFile(writer, part);
                break;
            case var other:
                throw new TranslationException($"Gemini has no content part of type '{other}'. Use text, image_url, input_audio, video_url or file.");
        }
    }

    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    /// <summary>Writes the <c>inlineData</c> member of an open part.</summary>
    public static void WriteInline(Utf8JsonWriter writer, string mediaType, ReadOnlySpan<byte> base64)
    {
        writer.WriteStartObject("inlineData"u8);
        writer.WriteString("mimeType"u8, mediaType);
        writer.WriteString("data"u8, base64);
        writer.WriteEndObject();
    }

    /// <summary>The URL of a media part, which is a string or an object with one.</summary>
    public static JsonElement Url(JsonElement part, string member) =>
        part.TryMember(member, out var media) && (media.ValueKind == JsonValueKind.String || media.TryMember("url", out media))
            && media.ValueKind == JsonValueKind.String
            ? media
            : throw new TranslationException($"A content part of type '{part.Text("type")}' has no '{member}.url'.");

    private static void WriteUrl(Utf8JsonWriter writer, JsonElement url, string? filename)
    {
        if (DataUrl.Read(url) is { } data)
        {
            writer.WriteStartObject();
            WriteInline(writer, data.MediaType.Length > 0 ? data.MediaType : MediaTypes.OfName(filename) ?? "application/octet-stream", data.Base64);
            writer.WriteEndObject();
            return;
        }

        WriteReference(writer, url.Text()!, filename);
    }

    private static void WriteReference(Utf8JsonWriter writer, string uri, string? filename)
    {
        if (!uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !uri.StartsWith("gs://", StringComparison.Ordinal))
        {
            throw new TranslationException("Gemini fetches media over https only. Send an https URL or a data URL.");
        }

        writer.WriteStartObject();
        writer.WriteStartObject("fileData"u8);
        if ((MediaTypes.OfName(filename) ?? MediaTypes.OfName(uri)) is { } mediaType)
        {
            writer.WriteString("mimeType"u8, mediaType);
        }

        writer.WriteString("fileUri"u8, uri);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteVideo(Utf8JsonWriter writer, JsonElement url)
    {
        var text = Encoding.UTF8.GetString(url.Utf8()[..Math.Min(url.Utf8().Length, 64)]);
        var isTaken = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || text.StartsWith(UploadedFiles, StringComparison.Ordinal)
            || text.StartsWith("https://www.youtube.com/", StringComparison.Ordinal) || text.StartsWith("https://youtube.com/", StringComparison.Ordinal)
            || text.StartsWith("https://youtu.be/", StringComparison.Ordinal);
        if (!isTaken)
        {
            throw new TranslationException("Gemini takes a video as a data URL or as a link to YouTube, not from another address.");
        }

        WriteUrl(writer, url, null);
    }

    private static void WriteAudio(Utf8JsonWriter writer, JsonElement part)
    {
        if (!part.TryMember("input_audio", out var audio) || !audio.TryMember("data", out var data))
        {
            throw new TranslationException("A content part of type 'input_audio' has no 'input_audio.data'.");
        }

        var format = audio.Text("format");
        var mediaType = MediaTypes.OfFormat(format) is { } known && known.StartsWith("audio/", StringComparison.Ordinal)
            ? known
            : throw new TranslationException($"Gemini does not take audio of the format '{format}'. Use wav, mp3, aiff, aac, ogg, flac, m4a or pcm16.");
        writer.WriteStartObject();
        WriteInline(writer, mediaType, data.Utf8());
        writer.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter writer, JsonElement part)
    {
        if (!part.TryMember("file", out var file) || !file.TryMember("file_data", out var data) || data.ValueKind != JsonValueKind.String)
        {
            throw new TranslationException("Gemini takes a file by its content. Send 'file.file_data' with a data URL or an https URL, not a 'file_id'.");
        }

        WriteUrl(writer, data, file.Text("filename"));
    }
}
