using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Translates what a request says of the answer: its length, its form, its reasoning, its log probabilities.</summary>
/// <remarks>
/// <code>
/// {"max_output_tokens":100,"text":{"format":{"type":"json_schema","name":"n","schema":{},"strict":true},"verbosity":"low"},"include":["message.output_text.logprobs"]}
/// {"max_completion_tokens":100,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{},"strict":true}},"verbosity":"low","logprobs":true}
/// </code>
/// </remarks>
internal static class OutputSettings
{
    private const string LogprobsOfText = "message.output_text.logprobs";

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static void Write(JsonElement request, Utf8JsonWriter writer)
    {
        WriteLimit(request, writer);
        WriteText(request, writer);
        WriteReasoning(request, writer);
        WriteLogprobs(request, writer);
    }

    private static void WriteLimit(JsonElement request, Utf8JsonWriter writer)
    {
        if (request.Find("max_output_tokens"u8) is not { } limit)
        {
            return;
        }

        if (limit.ValueKind != JsonValueKind.Number || !limit.TryGetInt64(out var tokens) || tokens < 1)
        {
            throw RequestFault.Invalid($"'max_output_tokens' is {limit.GetRawText()}; it must be a whole number from 1.");
        }

        writer.WriteNumber("max_completion_tokens"u8, tokens);
    }

    private static void WriteText(JsonElement request, Utf8JsonWriter writer)
    {
        if (request.Find("text"u8) is not { } text)
        {
            return;
        }

        if (text.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind("text", text, "an object");
        }

        writer.WriteRaw("verbosity"u8, text.Find("verbosity"u8));
        if (text.Find("format"u8) is { } format)
        {
            WriteFormat(format, writer);
        }
    }

    private static void WriteFormat(JsonElement format, Utf8JsonWriter writer)
    {
        switch (format.FindText("type"u8))
        {
            case "text":
                return;
            case "json_schema":
                WriteSchema(format, writer);
                return;
            case "json_object" or "grammar" or "python":
                writer.WriteRaw("response_format"u8, format);
                return;
            case null:
                throw RequestFault.WrongKind("text.format.type", format.Find("type"u8), "text, json_object or json_schema");
            case var other:
                throw RequestFault.Invalid($"'text.format.type' is \"{other}\"; it must be text, json_object or json_schema.");
        }
    }

    private static void WriteSchema(JsonElement format, Utf8JsonWriter writer)
    {
        if (format.FindObject("schema"u8) is not { } schema)
        {
            throw RequestFault.WrongKind("text.format.schema", format.Find("schema"u8), "an object, the JSON Schema");
        }

        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("json_schema"u8);
        writer.WriteRaw("name"u8, format.RequireString("name"u8, "text.format.name"));
        writer.WriteRaw("description"u8, format.Find("description"u8));
        writer.WriteRaw("schema"u8, schema);
        writer.WriteRaw("strict"u8, format.Find("strict"u8));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // The same object in both, without the nulls that clients fill it with.
    private static void WriteReasoning(JsonElement request, Utf8JsonWriter writer)
    {
        if (request.Find("reasoning"u8) is not { } reasoning)
        {
            return;
        }

        if (reasoning.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind("reasoning", reasoning, "an object");
        }

        var wishes = reasoning.EnumerateObject().Where(wish => wish.Value.ValueKind != JsonValueKind.Null).ToArray();
        if (wishes.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("reasoning"u8);
        foreach (var wish in wishes)
        {
            // The older name of the same wish.
            var name = JsonMarshal.GetRawUtf8PropertyName(wish);
            writer.WriteRaw(name.SequenceEqual("generate_summary"u8) ? "summary"u8 : name, wish.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteLogprobs(JsonElement request, Utf8JsonWriter writer)
    {
        var alternatives = request.Find("top_logprobs"u8);
        if (alternatives is { ValueKind: not JsonValueKind.Number } wrong)
        {
            throw RequestFault.WrongKind("top_logprobs", wrong, "a whole number");
        }

        var wantsAlternatives = request.FindWhole("top_logprobs"u8) > 0;
        if (wantsAlternatives || request.FindItems("include"u8).Any(item => item.ValueKind == JsonValueKind.String && item.Text() == LogprobsOfText))
        {
            writer.WriteBoolean("logprobs"u8, value: true);
        }

        if (wantsAlternatives)
        {
            writer.WriteRaw("top_logprobs"u8, alternatives);
        }
    }
}
