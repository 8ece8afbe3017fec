using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the answer of a tool as a <c>functionResponse</c>.</summary>
/// <remarks>
/// <code>
/// {"role":"tool","tool_call_id":"c1","content":"18 degrees"}
/// {"functionResponse":{"id":"c1","name":"weather","response":{"output":"18 degrees"}}}
/// </code>
/// </remarks>
internal sealed class GeminiToolResultTranslator(Utf8JsonWriter writer, GeminiModel model)
{
    public void Write(JsonElement message, string name)
    {
        var media = message.Items("content").Where(part => part.Text("type") is not "text").ToArray();
        var nested = Array.FindAll(media, IsNested);
        writer.WriteStartObject();
        writer.WriteStartObject("functionResponse"u8);
        if (message.Text("tool_call_id") is { } id)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("name"u8, name);
        WriteResponse(message);
        if (nested.Length > 0)
        {
            writer.WriteStartArray("parts"u8);
            Array.ForEach(nested, part => GeminiPartTranslator.Write(writer, part));
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        foreach (var part in media.Except(nested))
        {
            GeminiPartTranslator.Write(writer, part);
        }
    }

    // Inside a response stands only what is inline, and only from the third generation on; anything else follows it.
    private bool IsNested(JsonElement part) =>
        model.IsThirdGeneration && part.Text("type") == "image_url" && DataUrl.Read(GeminiPartTranslator.Url(part, "image_url")) is not null;

    // "output" and "error" are the names Gemini knows; an object is a response by itself.
    private void WriteResponse(JsonElement message)
    {
        var text = MessageText.Of(message);
        var isError = message.IsTrue("is_error");
        writer.WritePropertyName("response"u8);
        if (!isError && JsonObjectText.IsObject(text))
        {
            writer.WriteRawValue(text, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(isError ? "error"u8 : "output"u8, text);
        writer.WriteEndObject();
    }
}
