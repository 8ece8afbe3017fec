using System.Text.Json;
using Weir.Simulator.Answers;

namespace Weir.Simulator.Gemini;

/// <summary>Writes the tokens of an answer as Google counts them: thoughts apart from what was said.</summary>
internal static class GeminiUsage
{
    // "usageMetadata":{"promptTokenCount":7,"candidatesTokenCount":20,"thoughtsTokenCount":30,"totalTokenCount":57,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7}]}
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject("usageMetadata");
        json.WriteNumber("promptTokenCount", answer.PromptTokens);
        json.WriteNumber("candidatesTokenCount", answer.CompletionTokens - answer.ReasoningTokens);
        if (answer.ReasoningTokens > 0)
        {
            json.WriteNumber("thoughtsTokenCount", answer.ReasoningTokens);
        }

        json.WriteNumber("totalTokenCount", answer.PromptTokens + answer.CompletionTokens);
        WriteDetails(json, "promptTokensDetails", "TEXT", answer.PromptTokens);
        if (answer.ImageTokens > 0)
        {
            WriteDetails(json, "candidatesTokensDetails", "IMAGE", answer.ImageTokens);
        }

        json.WriteEndObject();
    }

    public static void WriteDetails(Utf8JsonWriter json, string name, string modality, int count)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("modality", modality);
        json.WriteNumber("tokenCount", count);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
