using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes the members of <c>generationConfig</c>: sampling, limits, thinking, and the form of the answer.</summary>
internal static class GeminiConfigTranslator
{
    private const int MostStops = 5;

    public static void Write(Utf8JsonWriter writer, RequestParameters parameters, GeminiModel model)
    {
        WriteSampling(writer, parameters, model);
        WriteLimits(writer, parameters);
        WriteLogprobs(writer, parameters);
        WriteFormat(writer, parameters);
        WriteModalities(writer, parameters.Root);
        GeminiThinkingTranslator.Write(writer, parameters, model);
    }

    private static void WriteSampling(Utf8JsonWriter writer, RequestParameters parameters, GeminiModel model)
    {
        CopyNumber(writer, parameters, "temperature", "temperature");
        CopyNumber(writer, parameters, "top_p", "topP");
        if (model.HasPenalties)
        {
            CopyNumber(writer, parameters, "presence_penalty", "presencePenalty");
            CopyNumber(writer, parameters, "frequency_penalty", "frequencyPenalty");
        }

        // 0 means off, which is not saying it.
        if (parameters.Takes("top_k") && parameters.Root.Whole("top_k") is > 0 and var top)
        {
            writer.WriteNumber("topK"u8, top);
        }

        // A seed has 32 bits here; a larger one still gives the same answer twice.
        if (parameters.Takes("seed") && parameters.Root.Whole("seed") is { } seed)
        {
            writer.WriteNumber("seed"u8, unchecked((int)seed));
        }
    }

    private static void WriteLimits(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (parameters.OutputLimit is { } limit)
        {
            writer.WriteNumber("maxOutputTokens"u8, limit);
        }

        if (parameters.Root.Whole("n") is > 1 and var candidates)
        {
            writer.WriteNumber("candidateCount"u8, candidates);
        }

        var stops = parameters.Stop();
        if (stops.Count > 0)
        {
            writer.WriteStartArray("stopSequences"u8);
            foreach (var stop in stops.Take(MostStops))
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteLogprobs(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.Takes("logprobs") || !parameters.Root.IsTrue("logprobs"))
        {
            return;
        }

        writer.WriteBoolean("responseLogprobs"u8, true);
        if (parameters.Takes("top_logprobs") && parameters.Root.Whole("top_logprobs") is > 0 and var top)
        {
            writer.WriteNumber("logprobs"u8, top);
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.TryGet("response_format", out var format))
        {
            return;
        }

        switch (format.Text("type"))
        {
            case "text" or null:
                break;
            case "json_object":
                writer.WriteString("responseMimeType"u8, "application/json");
                break;
            case "json_schema":
                writer.WriteString("responseMimeType"u8, "application/json");
                if (format.TryMember("json_schema", out var named) && named.TryMember("schema", out var schema))
                {
                    writer.WritePropertyName("responseJsonSchema"u8);
                    GeminiSchemaTranslator.Write(writer, schema);
                }

                break;
            case var other:
                throw new TranslationException($"Gemini has no response format of type '{other}'. Use text, json_object or json_schema.");
        }
    }

    private static void WriteModalities(Utf8JsonWriter writer, JsonElement root)
    {
        var modalities = root.Items("modalities").Select(item => item.Text()?.ToUpperInvariant()).OfType<string>().ToArray();
        if (modalities.Contains("AUDIO"))
        {
            WriteSpeech(writer, root);
            return;
        }

        if (modalities.Contains("IMAGE"))
        {
            writer.WriteStartArray("responseModalities"u8);
            Array.ForEach(modalities, writer.WriteStringValue);
            writer.WriteEndArray();
            WriteImageConfig(writer, root);
        }
    }

    // Models that speak answer nothing but audio, and as raw samples.
    private static void WriteSpeech(Utf8JsonWriter writer, JsonElement root)
    {
        var hasAudio = root.TryMember("audio", out var audio);
        if (hasAudio && audio.Text("format") is not (null or "pcm16") and var format)
        {
            throw new TranslationException($"Gemini answers audio as pcm16, not as '{format}'. Ask for 'audio.format' pcm16.");
        }

        writer.WriteStartArray("responseModalities"u8);
        writer.WriteStringValue("AUDIO"u8);
        writer.WriteEndArray();
        if (hasAudio && audio.Text("voice") is { } voice)
        {
            writer.WriteStartObject("speechConfig"u8);
            writer.WriteStartObject("voiceConfig"u8);
            writer.WriteStartObject("prebuiltVoiceConfig"u8);
            writer.WriteString("voiceName"u8, voice);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void WriteImageConfig(Utf8JsonWriter writer, JsonElement root)
    {
        if (!root.TryMember("image_config", out var config))
        {
            return;
        }

        writer.WriteStartObject("imageConfig"u8);
        if (config.Text("aspect_ratio") is { } ratio)
        {
            writer.WriteString("aspectRatio"u8, ratio);
        }

        if (config.Text("image_size") is { } size)
        {
            writer.WriteString("imageSize"u8, size);
        }

        writer.WriteEndObject();
    }

    private static void CopyNumber(Utf8JsonWriter writer, RequestParameters parameters, string name, string native)
    {
        if (parameters.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number)
        {
            writer.WritePropertyName(native);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
    }
}
