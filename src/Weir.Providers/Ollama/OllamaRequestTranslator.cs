using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Ollama;

/// <summary>Writes the body of a call of <c>/api/chat</c>.</summary>
/// <remarks>
/// <code>
/// {"model":"m","messages":[…],"max_tokens":9,"repetition_penalty":1.1,"response_format":{"type":"json_object"},"reasoning":{"effort":"low"}}
/// {"model":"qwen3","messages":[…],"stream":false,"think":true,"format":"json","options":{"num_predict":9,"repeat_penalty":1.1}}
/// </code>
/// </remarks>
internal static class OllamaRequestTranslator
{
    /// <summary>The request parameters of the chat API that the dialect can say.</summary>
    public static readonly FrozenSet<string> Parameters = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "min_p", "frequency_penalty", "presence_penalty", "repetition_penalty", "max_tokens", "max_completion_tokens",
        "logprobs", "top_logprobs", "seed", "response_format", "structured_outputs", "stop", "tools", "include_reasoning", "reasoning", "reasoning_effort");

    private static readonly (string Name, string Native)[] Options =
    [
        ("temperature", "temperature"), ("top_p", "top_p"), ("top_k", "top_k"), ("min_p", "min_p"), ("frequency_penalty", "frequency_penalty"),
        ("presence_penalty", "presence_penalty"), ("repetition_penalty", "repeat_penalty"), ("seed", "seed"),
    ];

    // Set by the parameters of the chat API, so a caller's own options may not say them again.
    private static readonly FrozenSet<string> Said =
        FrozenSet.Create(StringComparer.Ordinal, [.. Options.Select(option => option.Native), "num_predict", "stop"]);

    /// <exception cref="TranslationException">Ollama has no words for something in the request.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        using var document = WireDocument.Parse(call.Request.Body);
        var parameters = new RequestParameters(document.RootElement, Parameters, call);
        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        OllamaMessageTranslator.Write(writer, parameters.Root.Items("messages"));

        // Said always: silence means a stream.
        writer.WriteBoolean("stream"u8, call.Request.Stream);
        WriteTools(writer, parameters);
        WriteFormat(writer, parameters);
        WriteThinking(writer, parameters);
        WriteLogprobs(writer, parameters);
        WriteOptions(writer, parameters);
        if (parameters.Root.TryMember("keep_alive", out var keep))
        {
            WriteRaw(writer, "keep_alive", keep);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    // A call cannot be forced, but it can be forbidden: by offering nothing.
    private static void WriteTools(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.TryGet("tools", out var tools) || !tools.Items().Any() || parameters.Root.Text("tool_choice") == "none")
        {
            return;
        }

        writer.WriteStartArray("tools"u8);
        foreach (var tool in tools.Items())
        {
            if (tool.Text("type") != "function" || !tool.TryMember("function", out var function) || function.Text("name") is not { } name)
            {
                throw new TranslationException($"Ollama has no tools of type '{tool.Text("type")}'. Offer tools of type 'function' with a name.");
            }

            writer.WriteStartObject();
            writer.WriteString("type"u8, "function");
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            if (function.Text("description") is { } description)
            {
                writer.WriteString("description"u8, description);
            }

            WriteRaw(writer, "parameters", function, """{"type":"object","properties":{}}"""u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
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
            case "json_schema" when format.TryMember("json_schema", out var named) && named.TryMember("schema", out var schema):
                WriteRaw(writer, "format", schema);
                break;
            case "json_object" or "json_schema":
                writer.WriteString("format"u8, "json");
                break;
            case var other:
                throw new TranslationException($"Ollama has no response format of type '{other}'. Use text, json_object or json_schema.");
        }
    }

    // One family has levels and nothing else; the others think or do not.
    private static void WriteThinking(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (parameters.Reasoning() is not { } reasoning)
        {
            return;
        }

        if (reasoning.IsOn && parameters.Call.Endpoint.UpstreamModel.Contains("gpt-oss", StringComparison.OrdinalIgnoreCase))
        {
            writer.WriteString("think"u8, reasoning.Effort switch { "minimal" => "low", "xhigh" or "max" => "high", null => "medium", var effort => effort });
            return;
        }

        writer.WriteBoolean("think"u8, !reasoning.IsOff);
    }

    private static void WriteLogprobs(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (!parameters.Takes("logprobs") || !parameters.Root.IsTrue("logprobs"))
        {
            return;
        }

        writer.WriteBoolean("logprobs"u8, true);
        if (parameters.Takes("top_logprobs") && parameters.Root.Whole("top_logprobs") is { } top)
        {
            writer.WriteNumber("top_logprobs"u8, top);
        }
    }

    private static void WriteOptions(Utf8JsonWriter writer, RequestParameters parameters)
    {
        writer.WriteStartObject("options"u8);
        foreach (var (name, native) in Options)
        {
            if (parameters.TryGet(name, out var value) && value.ValueKind == JsonValueKind.Number)
            {
                WriteRaw(writer, native, value);
            }
        }

        if (parameters.OutputLimit is { } limit)
        {
            writer.WriteNumber("num_predict"u8, limit);
        }

        var stops = parameters.Stop();
        if (stops.Count > 0)
        {
            writer.WriteStartArray("stop"u8);
            foreach (var stop in stops)
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }

        WriteNative(writer, parameters.Root);
        writer.WriteEndObject();
    }

    // What only Ollama knows, such as the size of the context: {"options":{"num_ctx":32768}}.
    private static void WriteNative(Utf8JsonWriter writer, JsonElement root)
    {
        if (!root.TryMember("options", out var options) || options.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var option in options.EnumerateObject().Where(option => !Said.Contains(option.Name)))
        {
            WriteRaw(writer, option.Name, option.Value);
        }
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, JsonElement parent, ReadOnlySpan<byte> otherwise)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(parent.TryMember(name, out var value) ? JsonMarshal.GetRawUtf8Value(value) : otherwise, skipInputValidation: true);
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
