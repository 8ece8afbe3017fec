using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates an image, by address or in base64.</summary>
/// <remarks>
/// <code>
/// {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO…"}}
/// {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO…"}}
/// </code>
/// </remarks>
internal static class ImageTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement block, string place)
    {
        var source = block.FindObject("source"u8) ?? throw Refusal.Invalid($"'{place}.source' is missing; send base64 or url.");
        writer.WriteString("type"u8, "image_url"u8);
        writer.WriteStartObject("image_url"u8);
        switch (source.FindText("type"u8))
        {
            case "base64":
                MediaSource.WriteDataUrl(writer, "url"u8, source, place);
                break;
            case "url":
                MediaSource.WriteAddress(writer, "url"u8, source, place);
                break;
            case "file":
                throw Refusal.NotBuilt($"'{place}.source' of type \"file\"");
            case var type:
                throw Refusal.Invalid($"'{place}.source.type' is \"{type}\"; an image takes base64 and url.");
        }

        writer.WriteEndObject();
    }
}
