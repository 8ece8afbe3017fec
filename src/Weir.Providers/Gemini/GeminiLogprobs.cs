using System.Text;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the probabilities of the tokens of one candidate.</summary>
/// <remarks>
/// <code>
/// "logprobsResult":{"chosenCandidates":[{"token":"Hi","logProbability":-0.1}],"topCandidates":[{"candidates":[{"token":"Hi","logProbability":-0.1}]}]}
/// "logprobs":{"content":[{"token":"Hi","logprob":-0.1,"bytes":[72,105],"top_logprobs":[{"token":"Hi","logprob":-0.1,"bytes":[72,105]}]}]}
/// </code>
/// </remarks>
internal static class GeminiLogprobs
{
    public static void Write(Utf8JsonWriter writer, JsonElement candidate)
    {
        if (!candidate.TryMember("logprobsResult", out var result))
        {
            return;
        }

        var alternatives = result.Items("topCandidates").ToArray();
        var position = 0;
        writer.WriteStartObject("logprobs"u8);
        writer.WriteStartArray("content"u8);
        foreach (var token in result.Items("chosenCandidates"))
        {
            writer.WriteStartObject();
            WriteToken(writer, token);
            writer.WriteStartArray("top_logprobs"u8);
            foreach (var alternative in position < alternatives.Length ? alternatives[position].Items("candidates") : [])
            {
                writer.WriteStartObject();
                WriteToken(writer, alternative);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            position++;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteToken(Utf8JsonWriter writer, JsonElement token)
    {
        var text = token.Text("token") ?? "";
        writer.WriteString("token"u8, text);
        writer.WriteNumber("logprob"u8, token.Number("logProbability") ?? 0);
        writer.WriteStartArray("bytes"u8);
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            writer.WriteNumberValue(part);
        }

        writer.WriteEndArray();
    }
}
