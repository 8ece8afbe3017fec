using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Turns the JSON body of a <c>generateContent</c> into the terms that every dialect shares; fields it does not know pass.</summary>
internal static class GenerateRequestReader
{
    private const int MostCandidates = 8;
    private const int MostStops = 5;

    /// <param name="model">By the name of the path; one that begins with <c>gemini-</c> thinks unless told not to, as Google's do.</param>
    /// <exception cref="RefusalException">The body is not a request that Google would take.</exception>
    public static ChatRequest Read(JsonElement body, string model, bool streamed)
    {
        var config = body.Either("generationConfig") ?? default;
        config.CheckNumber("temperature", 0, 2);
        var reasoning = ReadThinking(config, model);
        var (choice, tools) = GeminiToolReader.ReadChoice(body, GeminiToolReader.ReadTools(body));
        return new ChatRequest
        {
            Model = model,
            Messages = new ContentReader(needsSignatures: reasoning.IsOn).Read(body),
            Stream = streamed,
            IncludeUsage = true,
            MaxTokens = Integer(config, "maxOutputTokens", 1, int.MaxValue),
            Stops = ReadStops(config),
            ChoiceCount = Integer(config, "candidateCount", 1, MostCandidates) ?? 1,
            Seed = Integer(config, "seed", int.MinValue, int.MaxValue) ?? 0,
            Tools = tools,
            ToolChoice = choice,
            Format = ReadFormat(config),
            Reasoning = reasoning,
            WantsImage = config.Items("responseModalities").Any(modality => modality.Text("response_modalities").Equals("IMAGE", StringComparison.OrdinalIgnoreCase)),
        };
    }

    // "thinkingConfig":{"includeThoughts":true,"thinkingBudget":1024} or "thinkingLevel":"low"
    private static ReasoningWish ReadThinking(JsonElement config, string model)
    {
        var thinking = config.Either("thinkingConfig");
        if (thinking is null && !model.StartsWith("gemini-", StringComparison.Ordinal))
        {
            return ReasoningWish.Off;
        }

        var form = thinking ?? default;
        var budget = Integer(form, "thinkingBudget", -1, int.MaxValue);
        var level = form.Either("thinkingLevel")?.Text("thinking_level").ToLowerInvariant();
        if (budget == 0)
        {
            return ReasoningWish.Off;
        }

        return ReasoningWish.OfEffort(level ?? "high") with
        {
            Budget = budget > 0 ? budget : null,
            IsHidden = form.Either("includeThoughts") is not { ValueKind: JsonValueKind.True },
        };
    }

    private static int? Integer(JsonElement config, string name, int least, int most)
    {
        if (config.Either(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw JsonFields.Refuse($"* GenerateContentRequest.generation_config.{name}: {value.GetRawText()} must be a whole number from {least} to {most}", name, "invalid_value");
    }

    private static ImmutableArray<string> ReadStops(JsonElement config)
    {
        var stops = config.Items("stopSequences").Select(stop => stop.Text("stop_sequences")).Where(stop => stop.Length > 0).ToImmutableArray();
        return stops.Length <= MostStops ? stops : throw JsonFields.Refuse($"* GenerateContentRequest.generation_config.stop_sequences: at most {MostStops} are supported", "stop_sequences", "invalid_value");
    }

    private static AnswerFormat ReadFormat(JsonElement config)
    {
        if (config.Either("responseJsonSchema") is { } schema)
        {
            return new AnswerFormat(AnswerFormatKind.JsonSchema, schema.Checked("response_json_schema"));
        }

        if (config.Either("responseSchema") is { } googles)
        {
            return new AnswerFormat(AnswerFormatKind.JsonSchema, GeminiSchema.Translate(googles, "response_schema"));
        }

        return config.Either("responseMimeType")?.Text("response_mime_type") is "application/json" ? new AnswerFormat(AnswerFormatKind.JsonObject) : AnswerFormat.Text;
    }
}
