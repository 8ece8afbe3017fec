using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Translates content parts of users and tools.</summary>
/// <remarks>
/// <code>
/// {"type":"image_url","image_url":{"url":"https://…","detail":"low"}}       {"type":"input_image","image_url":"https://…","detail":"low"}
/// {"type":"file","file":{"filename":"a.pdf","file_data":"data:…"}}           {"type":"input_file","filename":"a.pdf","file_data":"data:…"}
/// </code>
/// </remarks>
internal static class ResponsesParts
{
    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "input_text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, JsonElement part, string place)
    {
        switch (part.Text("type"))
        {
            case "text":
                WriteText(writer, part.Text("text") ?? "");
                break;
            case "image_url":
                WriteImage(writer, part.Member("image_url"), place);
                break;
            case "input_audio" when part.FindObject("input_audio") is { } audio:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "input_audio"u8);
                writer.WriteRaw("input_audio"u8, audio);
                writer.WriteEndObject();
                break;
            case "file" when part.FindObject("file") is { } file:
                WriteFile(writer, file, place);
                break;
            default:
                throw new TranslationException(
                    $"{place} is a part of type '{part.Text("type")}'; the openai-responses dialect takes text, image_url, input_audio and file.");
        }
    }

    private static void WriteImage(Utf8JsonWriter writer, JsonElement image, string place)
    {
        var url = image.ValueKind == JsonValueKind.String ? image : image.Member("url");
        if (!url.IsFilled())
        {
            throw new TranslationException($"{place}.image_url.url is missing; send an address or a data URL.");
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "input_image"u8);
        writer.WriteRaw("image_url"u8, url);

        // "original" is for newer models; the nearest that all know is high.
        writer.WriteString("detail"u8, image.Text("detail") switch { "low" => "low", "high" or "original" => "high", _ => "auto" });
        writer.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter writer, JsonElement file, string place)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "input_file"u8);
        if (file.Member("file_data") is var data && data.IsFilled())
        {
            WriteData(writer, file, data);
        }
        else if (file.Text("file_id") is { } id)
        {
            writer.WriteString("file_id"u8, id);
        }
        else
        {
            throw new TranslationException($"{place}.file.file_data is missing; send an address or a data URL.");
        }

        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, JsonElement file, JsonElement data)
    {
        if (DataUrl.Read(data) is null)
        {
            writer.WriteRaw("file_url"u8, data);
            return;
        }

        writer.WriteString("filename"u8, file.Text("filename") is { Length: > 0 } name ? name : "file");
        writer.WriteRaw("file_data"u8, data);
    }
}
