using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Writes what steers the choice of tokens, as far as the model takes it.</summary>
internal static class ConverseSampling
{
    private const int HottestTemperature = 1;
    private const decimal LeastTopPWithThinking = 0.95m;

    /// <summary>Writes <c>inferenceConfig</c>, when there is anything to say.</summary>
    /// <remarks><code>{"inferenceConfig":{"maxTokens":500,"temperature":0.7,"topP":0.9,"stopSequences":["END"]}}</code></remarks>
    public static void Write(Utf8JsonWriter writer, RequestParameters parameters, BedrockModel model, ConverseReasoning reasoning)
    {
        var (temperature, topP) = Sampling(parameters, model, reasoning);
        var stops = parameters.Stop().Where(text => !string.IsNullOrWhiteSpace(text)).ToArray();
        if (reasoning.Limit is null && temperature is null && topP is null && stops.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("inferenceConfig"u8);
        if (reasoning.Limit is { } limit)
        {
            writer.WriteNumber("maxTokens"u8, limit);
        }

        if (temperature is { } hot)
        {
            writer.WriteNumber("temperature"u8, hot);
        }

        if (topP is { } share)
        {
            writer.WriteNumber("topP"u8, share);
        }

        WriteStops(writer, stops);
        writer.WriteEndObject();
    }

    /// <summary>Writes a member of <c>additionalModelRequestFields</c>, for models that take it.</summary>
    public static void WriteTopK(Utf8JsonWriter writer, RequestParameters parameters, BedrockModel model, ConverseReasoning reasoning)
    {
        // 0 switches it off, for which there is no number.
        if (!parameters.Takes("top_k") || parameters.Root.Whole("top_k") is not { } most || most <= 0 || reasoning.IsClaudeThinking || reasoning.IsUnbounded)
        {
            return;
        }

        if (model.Claude is { TakesSampling: true })
        {
            writer.WriteNumber("top_k"u8, most);
        }
        else if (model.IsNova)
        {
            writer.WriteStartObject("inferenceConfig"u8);
            writer.WriteNumber("topK"u8, most);
            writer.WriteEndObject();
        }
        else if (model.IsCohere)
        {
            writer.WriteNumber("k"u8, most);
        }
    }

    private static (decimal? Temperature, decimal? TopP) Sampling(RequestParameters parameters, BedrockModel model, ConverseReasoning reasoning)
    {
        if (model.Claude is { TakesSampling: false } || reasoning.IsUnbounded)
        {
            return (null, null);
        }

        // The chat API's scale of temperatures goes to 2, Converse's to 1.
        var temperature = reasoning.IsClaudeThinking ? null : Number(parameters, "temperature") is { } hot ? Math.Min(hot, HottestTemperature) : (decimal?)null;
        var topP = Number(parameters, "top_p");
        var isExcluded = temperature is not null && model.Claude is { TakesBothSamplings: false };
        return (temperature, isExcluded || (reasoning.IsClaudeThinking && topP < LeastTopPWithThinking) ? null : topP);
    }

    private static decimal? Number(RequestParameters parameters, string name) =>
        parameters.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static void WriteStops(Utf8JsonWriter writer, string[] stops)
    {
        if (stops.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("stopSequences"u8);
        foreach (var stop in stops)
        {
            writer.WriteStringValue(stop);
        }

        writer.WriteEndArray();
    }
}
