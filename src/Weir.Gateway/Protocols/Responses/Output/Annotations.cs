using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes annotations flat, as Responses have them.</summary>
/// <remarks>
/// <code>
/// {"type":"url_citation","url_citation":{"url":"https://…","title":"T","start_index":0,"end_index":5}}
/// {"type":"url_citation","url":"https://…","title":"T","start_index":0,"end_index":5}
/// </code>
/// </remarks>
internal static class Annotations
{
    /// <summary>The annotation; null for a kind that Responses do not have.</summary>
    public static byte[]? Write(JsonElement annotation)
    {
        if (annotation.FindText("type"u8) != "url_citation")
        {
            return null;
        }

        var citation = annotation.FindObject("url_citation"u8) ?? annotation;
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "url_citation"u8);
        WriteText(writer, "url"u8, citation.FindString("url"u8));
        WriteText(writer, "title"u8, citation.FindString("title"u8));
        writer.WriteNumber("start_index"u8, citation.FindWhole("start_index"u8) ?? 0);
        writer.WriteNumber("end_index"u8, citation.FindWhole("end_index"u8) ?? 0);
        writer.WriteRaw("content"u8, citation.FindString("content"u8));
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? text)
    {
        if (text is { } present)
        {
            writer.WriteRaw(name, present);
            return;
        }

        writer.WriteString(name, ""u8);
    }
}
