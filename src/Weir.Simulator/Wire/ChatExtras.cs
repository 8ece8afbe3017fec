using System.Text.Json;
using Weir.Simulator.Answers;

namespace Weir.Simulator.Wire;

/// <summary>Writes what OpenRouter's form of the chat API adds to a message: reasoning with its details, and pictures.</summary>
internal static class ChatExtras
{
    private const string Format = "unknown";
    private const string Purpose = "chat reasoning";

    // "reasoning":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm","format":"unknown","index":0}]
    public static void WriteThought(Utf8JsonWriter json, string text)
    {
        json.WriteString("reasoning", text);
        WriteDetail(json, text, signature: null);
    }

    public static void WriteSignature(Utf8JsonWriter json, AnswerChoice choice) => WriteDetail(json, text: null, AnswerSignature.Of(Purpose, choice.ReasoningText));

    public static void WriteReasoning(Utf8JsonWriter json, AnswerChoice choice)
    {
        if (choice.Reasoning.IsEmpty)
        {
            return;
        }

        json.WriteString("reasoning", choice.ReasoningText);
        WriteDetail(json, choice.ReasoningText, choice.IsThoughtOnly ? null : AnswerSignature.Of(Purpose, choice.ReasoningText));
    }

    // "images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,…"},"index":0}]
    public static void WriteImages(Utf8JsonWriter json, IEnumerable<AnswerImage> images, int first)
    {
        json.WriteStartArray("images");
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteString("type", "image_url");
            json.WriteStartObject("image_url");
            json.WriteString("url", "data:image/png;base64," + Convert.ToBase64String(image.Png));
            json.WriteEndObject();
            json.WriteNumber("index", first++);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDetail(Utf8JsonWriter json, string? text, string? signature)
    {
        json.WriteStartArray("reasoning_details");
        json.WriteStartObject();
        json.WriteString("type", "reasoning.text");
        if (text is not null)
        {
            json.WriteString("text", text);
        }

        if (signature is not null)
        {
            json.WriteString("signature", signature);
        }

        json.WriteString("format", Format);
        json.WriteNumber("index", 0);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
