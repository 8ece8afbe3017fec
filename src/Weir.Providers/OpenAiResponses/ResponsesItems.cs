using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Reads output items, and writes what they hold in the internal form.</summary>
internal static class ResponsesItems
{
    /// <summary>Id and name of a function call.</summary>
    /// <exception cref="InvalidDataException">It has none.</exception>
    public static (string Id, string Name) IdentityOf(JsonElement call) =>
        (call.Text("call_id") ?? call.Text("id"), call.Text("name")) is ({ } id, { } name)
            ? (id, name)
            : throw new InvalidDataException("A function call has no 'call_id' or no 'name'.");

    /// <remarks><code>{"type":"image_generation_call","result":"iVBO…","output_format":"png"}</code></remarks>
    public static void WriteImages(Utf8JsonWriter writer, IReadOnlyList<JsonElement> items)
    {
        writer.WriteStartArray("images"u8);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "image_url"u8);
            writer.WriteStartObject("image_url"u8);
            writer.WriteString("url"u8, $"data:image/{item.Text("output_format") ?? "png"};base64,{Encoding.UTF8.GetString(item.Member("result").Utf8())}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <remarks><code>{"type":"url_citation","url":"https://…","title":"A","start_index":3,"end_index":9}</code></remarks>
    public static void WriteAnnotations(Utf8JsonWriter writer, IReadOnlyList<JsonElement> annotations)
    {
        writer.WriteStartArray("annotations"u8);
        foreach (var annotation in annotations)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "url_citation"u8);
            writer.WriteStartObject("url_citation"u8);
            writer.WriteString("url"u8, annotation.Text("url") ?? "");
            writer.WriteString("title"u8, annotation.Text("title") ?? "");
            writer.WriteNumber("start_index"u8, annotation.Count("start_index") ?? 0);
            writer.WriteNumber("end_index"u8, annotation.Count("end_index") ?? 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
