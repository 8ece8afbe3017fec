using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes the body of a call of <c>/v2/chat</c>.</summary>
/// <remarks>
/// <code>
/// {"model":"m","messages":[…],"top_p":1,"top_k":40,"stop":"END","reasoning":{"max_tokens":500},"tool_choice":"required"}
/// {"model":"command-a","messages":[…],"stream":false,"p":0.99,"k":40,"stop_sequences":["END"],"thinking":{"type":"enabled","token_budget":500},"tool_choice":"REQUIRED"}
/// </code>
/// </remarks>
internal static class CohereRequestTranslator
{
    /// <summary>The request parameters of the chat API that the dialect can say.</summary>
    public static readonly FrozenSet<string> Parameters = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "frequency_penalty", "presence_penalty", "max_tokens", "max_completion_tokens", "seed", "response_format",
        "structured_outputs", "stop", "tools", "tool_choice", "include_reasoning", "reasoning", "reasoning_effort");

    private const int MostStops = 5;
    // Cohere's ranges are narrower than the chat API's, and it refuses what lies outside.
    private static readonly (string Name, string Native, double Least, double Most)[] Numbers =
    [
        ("temperature", "temperature", 0, 1), ("top_p", "p", 0.01, 0.99), ("top_k", "k", 0, 500),
        ("frequency_penalty", "frequency_penalty", 0, 1), ("presence_penalty", "presence_penalty", 0, 1),
    ];

    // Cohere's own members, passed as they are.
    private static readonly string[] Native = ["documents", "citation_options", "safety_mode", "priority"];

    /// <exception cref="TranslationException">Cohere has no words for something in the request.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        using var document = WireDocument.Parse(call.Request.Body);
        var parameters = new RequestParameters(document.RootElement, Parameters, call);
        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        CohereMessageTranslator.Write(writer, parameters.Root.Items("messages"));
        writer.WriteBoolean("stream"u8, call.Request.Stream);
        CohereToolTranslator.Write(writer, parameters);
        WriteNumbers(writer, parameters);
        WriteLimits(writer, parameters);
        WriteFormat(writer, parameters);
        WriteThinking(writer, parameters);
        foreach (var name in Native)
        {
            if (parameters.Root.TryMember(name, out var value))
            {
                WriteRaw(writer, name, value);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteNumbers(Utf8JsonWriter writer, RequestParameters parameters)
    {
        foreach (var (name, native, least, most) in Numbers)
        {
            if (parameters.Takes(name) && parameters.Root.Number(name) is { } number)
            {
                writer.WriteNumber(native, Math.Clamp(number, least, most));
            }
        }

        if (parameters.Takes("seed") && parameters.Root.Whole("seed") is { } seed)
        {
            writer.WriteNumber("seed"u8, unchecked((ulong)seed));
        }
    }

    private static void WriteLimits(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (parameters.OutputLimit is { } limit)
        {
            writer.WriteNumber("max_tokens"u8, limit);
        }

        var stops = parameters.Stop();
        if (stops.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("stop_sequences"u8);
        foreach (var stop in stops.Take(MostStops))
        {
            writer.WriteStringValue(stop);
        }

        writer.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.TryGet("response_format", out var format) || format.Text("type") is null or "text")
        {
            return;
        }

        if (format.Text("type") is not ("json_object" or "json_schema"))
        {
            throw new TranslationException($"Cohere has no response format of type '{format.Text("type")}'. Use text, json_object or json_schema.");
        }

        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, "json_object");
        if (format.TryMember("json_schema", out var named) && named.TryMember("schema", out var schema))
        {
            WriteRaw(writer, "json_schema", schema);
        }

        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (parameters.Reasoning() is not { } reasoning)
        {
            return;
        }

        writer.WriteStartObject("thinking"u8);
        writer.WriteString("type"u8, reasoning.IsOff ? "disabled" : "enabled");
        var limit = parameters.OutputLimit ?? parameters.Call.Endpoint.MaxCompletionTokens;
        if ((reasoning.Budget ?? (reasoning.IsOn && limit is { } most ? (long)(most * reasoning.Share) : null)) is { } budget)
        {
            writer.WriteNumber("token_budget"u8, budget);
        }

        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
