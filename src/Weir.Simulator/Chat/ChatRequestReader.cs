using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Audio;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Chat;

/// <summary>Turns the JSON body of a chat completion into a <see cref="ChatRequest"/>; fields it does not know pass.</summary>
internal static class ChatRequestReader
{
    private const int MostChoices = 128;
    private const int MostStops = 4;

    /// <exception cref="RefusalException">The body is not a request that OpenAI would take.</exception>
    public static ChatRequest Read(JsonElement body)
    {
        body.CheckNumber("temperature", 0, 2);
        body.CheckNumber("top_p", 0, 1);
        body.CheckNumber("frequency_penalty", -2, 2);
        body.CheckNumber("presence_penalty", -2, 2);
        var tools = ChatToolReader.ReadTools(body);
        var model = body.RequiredString("model", "model");
        var messages = ChatMessageReader.Read(body);
        return new ChatRequest
        {
            Model = model,
            Messages = messages,
            Prefill = messages[^1] is { Role: "assistant", ToolCalls.IsEmpty: true } opening ? opening.Text : "",
            Stream = body.OptionalBool("stream", otherwise: false),
            IncludeUsage = body.Field("stream_options") is { } options && options.OptionalBool("include_usage", otherwise: false),
            MaxTokens = body.OptionalInteger("max_completion_tokens", 1, int.MaxValue) ?? body.OptionalInteger("max_tokens", 1, int.MaxValue),
            Stops = ReadStops(body),
            ChoiceCount = body.OptionalInteger("n", 1, MostChoices) ?? 1,
            Logprobs = body.OptionalBool("logprobs", otherwise: false),
            TopLogprobs = ReadTopLogprobs(body),
            Seed = ReadSeed(body),
            Tools = tools,
            ToolChoice = ChatToolReader.ReadChoice(body, tools),
            ParallelToolCalls = body.OptionalBool("parallel_tool_calls", otherwise: true),
            Format = ReadFormat(body),
            Reasoning = ReadReasoning(body),
            WantsImage = ReadModalities(body).Contains("image"),
            Audio = ReadAudio(body),
        };
    }

    // "reasoning_effort":"low", or OpenRouter's "reasoning":{"effort":"low","max_tokens":200,"exclude":true,"enabled":true}
    private static ReasoningWish ReadReasoning(JsonElement body)
    {
        var reasoning = body.Field("reasoning") is { ValueKind: JsonValueKind.Object } form ? form : default;
        var effort = body.OptionalString("reasoning_effort", "reasoning_effort") ?? reasoning.OptionalString("effort", "reasoning.effort");
        var budget = reasoning.OptionalInteger("max_tokens", 1, int.MaxValue);
        var isOn = reasoning.OptionalBool("enabled", otherwise: effort is not null || budget is not null);
        return isOn ? ReasoningWish.OfEffort(effort ?? "medium") with { Budget = budget, IsHidden = reasoning.OptionalBool("exclude", otherwise: false) } : ReasoningWish.Off;
    }

    private static ImmutableArray<string> ReadModalities(JsonElement body)
    {
        if (body.Field("modalities") is not { } modalities)
        {
            return ["text"];
        }

        return modalities.ValueKind == JsonValueKind.Array
            ? [.. modalities.EnumerateArray().Select(item => item.Text("modalities"))]
            : throw JsonFields.WrongType("modalities", "an array of strings", modalities);
    }

    // "modalities":["text","audio"],"audio":{"voice":"alloy","format":"wav"}
    private static AudioWish? ReadAudio(JsonElement body)
    {
        if (!ReadModalities(body).Contains("audio"))
        {
            return null;
        }

        var audio = body.Field("audio") ?? throw JsonFields.Missing("audio");
        var format = audio.RequiredString("format", "audio.format");
        if (SpeechFormat.Find(format) is null)
        {
            throw JsonFields.Refuse($"Invalid value: '{format}'. The simulator makes 'mp3' (silent), 'wav', 'pcm' and 'pcm16'; other formats need an encoder.", "audio.format", "invalid_value");
        }

        return format == "pcm16" || !body.OptionalBool("stream", otherwise: false)
            ? new AudioWish(audio.Field("voice") is { ValueKind: JsonValueKind.String } voice ? voice.Text("audio.voice") : "alloy", format)
            : throw JsonFields.Refuse($"Unsupported value: 'audio.format' does not support '{format}' when stream=true. Supported values are: 'pcm16'.", "audio.format", "unsupported_value");
    }

    private static long ReadSeed(JsonElement body)
    {
        if (body.Field("seed") is not { } seed)
        {
            return 0;
        }

        return seed.ValueKind == JsonValueKind.Number && seed.TryGetInt64(out var value) ? value : throw JsonFields.WrongType("seed", "an integer", seed);
    }

    private static int ReadTopLogprobs(JsonElement body)
    {
        var count = body.OptionalInteger("top_logprobs", 0, 20);
        if (count is not null && !body.OptionalBool("logprobs", otherwise: false))
        {
            throw JsonFields.Refuse("'top_logprobs' needs 'logprobs' to be true.", "top_logprobs", "invalid_value");
        }

        return count ?? 0;
    }

    private static ImmutableArray<string> ReadStops(JsonElement body)
    {
        if (body.Field("stop") is not { } stop)
        {
            return [];
        }

        if (stop.ValueKind != JsonValueKind.Array)
        {
            return [NotEmpty(stop.Text("stop"))];
        }

        return stop.GetArrayLength() <= MostStops
            ? [.. stop.EnumerateArray().Select(item => NotEmpty(item.Text("stop")))]
            : throw JsonFields.Refuse($"Invalid 'stop': array too long. Expected at most {MostStops} strings.", "stop", "array_above_max_length");
    }

    private static string NotEmpty(string stop) =>
        stop.Length > 0 ? stop : throw JsonFields.Refuse("Invalid 'stop': an empty string stops nothing.", "stop", "empty_string");

    private static AnswerFormat ReadFormat(JsonElement body)
    {
        if (body.Field("response_format") is not { } format)
        {
            return AnswerFormat.Text;
        }

        var type = format.RequiredString("type", "response_format.type");
        return type switch
        {
            "text" => AnswerFormat.Text,
            "json_object" => new AnswerFormat(AnswerFormatKind.JsonObject),
            "json_schema" => ReadSchema(format),
            _ => throw JsonFields.Refuse($"Invalid value: '{type}'. Supported values are: 'text', 'json_object' and 'json_schema'.", "response_format.type", "invalid_value"),
        };
    }

    // {"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object",…}}}
    private static AnswerFormat ReadSchema(JsonElement format)
    {
        const string Path = "response_format.json_schema";
        var named = format.Field("json_schema") ?? throw JsonFields.Missing(Path);
        named.RequiredString("name", Path + ".name");
        var schema = named.Field("schema") ?? throw JsonFields.Missing(Path + ".schema");
        return schema.ValueKind is JsonValueKind.Object or JsonValueKind.True
            ? new AnswerFormat(AnswerFormatKind.JsonSchema, schema.Checked(Path + ".schema"))
            : throw JsonFields.WrongType(Path + ".schema", "an object", schema);
    }
}
