using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes what steers the choice of tokens, as far as the model takes it: newer ones refuse it, and thinking excludes most of it.</summary>
internal static class SamplingTranslator
{
    private const int HottestTemperature = 1;
    private const double LeastTopPWithThinking = 0.95;

    public static void Write(Utf8JsonWriter writer, JsonElement request, EndpointEntry endpoint, ClaudeModel model, bool isThinking)
    {
        if (model.TakesSampling)
        {
            WriteSampling(writer, request, endpoint, model, isThinking);
        }

        WriteStops(writer, request, endpoint);
    }

    private static void WriteSampling(Utf8JsonWriter writer, JsonElement request, EndpointEntry endpoint, ClaudeModel model, bool isThinking)
    {
        var temperature = isThinking ? null : Number(request, endpoint, "temperature");
        if (temperature is { } hot && hot.GetDouble() > HottestTemperature)
        {
            // The chat API's scale goes to 2.
            writer.WriteNumber("temperature"u8, HottestTemperature);
        }
        else if (temperature is { } value)
        {
            writer.WriteRaw("temperature"u8, value);
        }

        var isAlone = temperature is null || model.TakesBothSamplings;
        if (isAlone && Number(request, endpoint, "top_p") is { } share && (!isThinking || share.GetDouble() >= LeastTopPWithThinking))
        {
            writer.WriteRaw("top_p"u8, share);
        }

        // 0 switches it off, for which the upstream has no number.
        if (!isThinking && Number(request, endpoint, "top_k") is { } most && most.GetDouble() > 0)
        {
            writer.WriteRaw("top_k"u8, most);
        }
    }

    private static JsonElement? Number(JsonElement request, EndpointEntry endpoint, string parameter) =>
        AnthropicParameters.IsTaken(parameter, endpoint) && request.Find(parameter) is { ValueKind: JsonValueKind.Number } number
            ? number
            : null;

    // White space alone is refused upstream.
    private static void WriteStops(Utf8JsonWriter writer, JsonElement request, EndpointEntry endpoint)
    {
        var stop = AnthropicParameters.IsTaken("stop", endpoint) ? request.Find("stop") : null;
        JsonElement[] all = stop is { ValueKind: JsonValueKind.String } one ? [one] : [.. request.Items("stop")];
        var stops = stop is null ? [] : all.Where(item => item.ValueKind == JsonValueKind.String && !ContentBlock.IsBlank(item)).ToArray();
        if (stops.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("stop_sequences"u8);
        foreach (var item in stops)
        {
            writer.WriteRaw(item);
        }

        writer.WriteEndArray();
    }
}
