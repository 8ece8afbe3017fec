using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates a document: a PDF by address or in base64, or plain text.</summary>
/// <remarks>
/// <code>
/// {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBE…"},"title":"a.pdf","citations":{"enabled":true}}
/// {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,JVBE…","citations":{"enabled":true}}}
/// </code>
/// <c>context</c> and <c>citations</c> have no word in a chat; they go along for upstreams that know them.
/// </remarks>
internal static class DocumentTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement block, string place)
    {
        var source = block.FindObject("source"u8) ?? throw Refusal.Invalid($"'{place}.source' is missing; send base64, url or text.");
        writer.WriteString("type"u8, "file"u8);
        writer.WriteStartObject("file"u8);
        switch (source.FindText("type"u8))
        {
            case "base64":
                WriteName(writer, block, "document.pdf"u8);
                MediaSource.WriteDataUrl(writer, "file_data"u8, source, place);
                break;
            case "url":
                WriteName(writer, block, "document.pdf"u8);
                MediaSource.WriteAddress(writer, "file_data"u8, source, place);
                break;
            case "text":
                WriteName(writer, block, "document.txt"u8);
                MediaSource.WriteTextUrl(writer, "file_data"u8, source, place);
                break;
            case "content":
                throw Refusal.NotBuilt($"'{place}.source' of type \"content\"");
            case "file":
                throw Refusal.NotBuilt($"'{place}.source' of type \"file\"");
            case var type:
                throw Refusal.Invalid($"'{place}.source.type' is \"{type}\"; a document takes base64, url and text.");
        }

        CopyText(writer, block, "context"u8);
        if (block.FindObject("citations"u8) is { } citations)
        {
            writer.WriteRaw("citations"u8, citations);
        }

        writer.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter writer, JsonElement block, ReadOnlySpan<byte> unnamed)
    {
        if (block.FindFilled("title"u8) is { } title)
        {
            writer.WriteRaw("filename"u8, title);
            return;
        }

        writer.WriteString("filename"u8, unnamed);
    }

    private static void CopyText(Utf8JsonWriter writer, JsonElement block, ReadOnlySpan<byte> name)
    {
        if (block.FindFilled(name) is { } text)
        {
            writer.WriteRaw(name, text);
        }
    }
}
