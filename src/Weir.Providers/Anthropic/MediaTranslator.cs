using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Translates images and documents, by address or in base64.</summary>
/// <remarks>
/// <code>
/// {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO…"}}  {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO…"}}
/// {"type":"file","file":{"filename":"a.pdf","file_data":"https://…"}}     {"type":"document","source":{"type":"url","url":"https://…"},"title":"a.pdf"}
/// </code>
/// </remarks>
internal static class MediaTranslator
{
    private static readonly FrozenSet<string> ImageTypes = FrozenSet.Create(StringComparer.Ordinal, "image/jpeg", "image/png", "image/gif", "image/webp");

    public static ContentBlock Image(JsonElement part, string place)
    {
        if (part.FindObject("image_url")?.Find("url") is not { } url || !url.IsFilled())
        {
            throw new TranslationException($"{place}.image_url.url is missing; send an address or a data URL.");
        }

        if (DataUrl.Read(url) is { } data)
        {
            return Image(data, place);
        }

        return IsAddress(url)
            ? new ContentBlock(writer =>
            {
                writer.WriteString("type"u8, "image"u8);
                WriteAddress(writer, url);
            })
            : throw new TranslationException($"{place}.image_url.url is neither an http address nor a data URL.");
    }

    public static ContentBlock File(JsonElement part, string place)
    {
        var file = part.FindObject("file");
        if (file?.Find("file_data") is not { } content || !content.IsFilled())
        {
            throw new TranslationException(file?.Find("file_id") is null
                ? $"{place}.file.file_data is missing; send an address or a data URL."
                : $"{place}.file.file_id cannot be said in the anthropic dialect; send the file itself as 'file_data', an address or a data URL.");
        }

        if (DataUrl.Read(content) is { } data)
        {
            return File(data, file.Value, place);
        }

        return IsAddress(content)
            ? Document(writer => WriteAddress(writer, content), file.Value)
            : throw new TranslationException($"{place}.file.file_data is neither an http address nor a data URL in base64.");
    }

    private static ContentBlock File(DataUrl data, JsonElement file, string place)
    {
        if (data.MediaType.StartsWith("image/", StringComparison.Ordinal))
        {
            return Image(data, place);
        }

        if (data.MediaType == "application/pdf")
        {
            return Document(writer => WriteBase64(writer, "application/pdf", data), file);
        }

        var isText = data.MediaType.StartsWith("text/", StringComparison.Ordinal) || data.MediaType is "application/json" or "application/xml";
        return isText && data.DecodeText() is { } text
            ? Document(writer => WriteText(writer, text), file)
            : throw new TranslationException($"{place}.file is {data.MediaType}; the anthropic dialect takes PDF, images and UTF-8 text.");
    }

    private static ContentBlock Image(DataUrl data, string place)
    {
        var type = data.MediaType == "image/jpg" ? "image/jpeg" : data.MediaType;
        return ImageTypes.Contains(type)
            ? new ContentBlock(writer =>
            {
                writer.WriteString("type"u8, "image"u8);
                WriteBase64(writer, type, data);
            })
            : throw new TranslationException(
                $"{place} is {data.MediaType}; the anthropic dialect takes {string.Join(", ", ImageTypes.Order(StringComparer.Ordinal))}.");
    }

    private static ContentBlock Document(Action<Utf8JsonWriter> writeSource, JsonElement file) => new(writer =>
    {
        writer.WriteString("type"u8, "document"u8);
        writeSource(writer);
        if (file.Text("filename") is { Length: > 0 } title)
        {
            writer.WriteString("title"u8, title);
        }

        // Not of the chat API: what a client of this dialect said of its document.
        if (file.Find("context") is { ValueKind: JsonValueKind.String } context)
        {
            writer.WriteRaw("context"u8, context);
        }

        if (file.FindObject("citations") is { } citations)
        {
            writer.WriteRaw("citations"u8, citations);
        }
    });

    private static bool IsAddress(JsonElement url) =>
        WireText.Read(url) is { } text
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    private static void WriteAddress(Utf8JsonWriter writer, JsonElement url)
    {
        writer.WriteStartObject("source"u8);
        writer.WriteString("type"u8, "url"u8);
        writer.WriteRaw("url"u8, url);
        writer.WriteEndObject();
    }

    private static void WriteBase64(Utf8JsonWriter writer, string mediaType, DataUrl data)
    {
        writer.WriteStartObject("source"u8);
        writer.WriteString("type"u8, "base64"u8);
        writer.WriteString("media_type"u8, mediaType);
        writer.WriteString("data"u8, data.Base64);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject("source"u8);
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("media_type"u8, "text/plain"u8);
        writer.WriteString("data"u8, text);
        writer.WriteEndObject();
    }
}
