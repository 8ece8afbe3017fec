using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Recording;

/// <summary>Writes what was asked and answered in one exchange, in the form of <c>GET /generation/content</c>.</summary>
/// <remarks><code>{"input":{"messages":[…]},"output":{"completion":"…","reasoning":null},"error":null,"cut":true}</code></remarks>
internal static class ContentJson
{
    // Of the input, and of each text of the output.
    private const int MostBytes = 512 << 10;

    private static readonly string[] Prompts = ["prompt", "input", "query"];

    /// <param name="exchange">What is known.</param>
    /// <param name="request">As the endpoints were asked: what was redacted before is redacted here.</param>
    public static ReadOnlyMemory<byte> Write(ExchangeRecord exchange, ModelRequest request)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        var isCut = false;
        writer.WriteStartObject();
        WriteInput(writer, request, ref isCut);
        WriteOutput(writer, exchange.Answer, ref isCut);
        WriteError(writer, exchange);
        if (isCut)
        {
            writer.WriteBoolean("cut"u8, value: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void WriteInput(Utf8JsonWriter writer, ModelRequest request, ref bool isCut)
    {
        writer.WriteStartObject("input"u8);
        if (request.Has("messages"))
        {
            writer.WritePropertyName("messages"u8);
            WriteFitting(writer, request.Value("messages").Span, "[]"u8, ref isCut);
        }
        else
        {
            var name = Array.Find(Prompts, request.Has);
            writer.WritePropertyName("prompt"u8);
            WritePrompt(writer, name is null ? default : request.Value(name).Span, ref isCut);
        }

        writer.WriteEndObject();
    }

    // A prompt is a text: several of them, or numbers of tokens, are written as the text of their JSON.
    private static void WritePrompt(Utf8JsonWriter writer, ReadOnlySpan<byte> value, ref bool isCut)
    {
        if (value.IsEmpty || value[0] == '"')
        {
            WriteFitting(writer, value, "\"\""u8, ref isCut);
            return;
        }

        writer.WriteStringValue(CutJson.Fit(value, MostBytes, ref isCut).Span);
    }

    private static void WriteOutput(Utf8JsonWriter writer, ReadOnlyMemory<byte> answer, ref bool isCut)
    {
        using var document = answer.IsEmpty ? null : JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 128 });
        var root = document?.RootElement ?? default;
        var message = MessageOf(root);
        writer.WriteStartObject("output"u8);
        writer.WritePropertyName("completion"u8);
        WriteText(writer, Find(message, "content") ?? Find(root, "text"), ref isCut);
        writer.WritePropertyName("reasoning"u8);
        WriteText(writer, Find(message, "reasoning"), ref isCut);
        if (Find(message, "tool_calls") is { ValueKind: JsonValueKind.Array } calls)
        {
            writer.WritePropertyName("tool_calls"u8);
            WriteFitting(writer, JsonMarshal.GetRawUtf8Value(calls), "[]"u8, ref isCut);
        }

        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, ExchangeRecord exchange)
    {
        var generation = exchange.Generation;
        if (generation.ErrorType is null)
        {
            writer.WriteNull("error"u8);
            return;
        }

        var failed = exchange.Attempts.Where(attempt => attempt.Failure is not null).ToArray();

        // The last failure is what the caller was told; an answer that broke off later has none of its own.
        var told = exchange.Answer.IsEmpty && failed.Length > 0 ? failed[^1] : null;
        writer.WriteStartObject("error"u8);
        writer.WriteString("message"u8, generation.ErrorMessage);
        writer.WriteNumber("status"u8, generation.Status);
        writer.WriteString("provider_name"u8, told?.ProviderName ?? generation.ProviderName);
        writer.WriteString("raw"u8, told?.Failure?.Raw);
        writer.WriteStartArray("previous_errors"u8);
        foreach (var attempt in failed.Where(attempt => attempt != told))
        {
            WriteAttempt(writer, attempt);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAttempt(Utf8JsonWriter writer, Attempt attempt)
    {
        writer.WriteStartObject();
        writer.WriteNumber("code"u8, attempt.Status ?? attempt.Failure!.Status);
        writer.WriteString("message"u8, attempt.Failure!.Message);
        writer.WriteString("provider_name"u8, attempt.ProviderName);
        writer.WriteString("raw"u8, attempt.Failure.Raw);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, JsonElement? text, ref bool isCut) =>
        WriteFitting(writer, text is { ValueKind: JsonValueKind.String } found ? JsonMarshal.GetRawUtf8Value(found) : default, "null"u8, ref isCut);

    // What cannot be made to fit at all, as thousands of tiny texts, is left out whole.
    private static void WriteFitting(Utf8JsonWriter writer, ReadOnlySpan<byte> value, ReadOnlySpan<byte> instead, ref bool isCut)
    {
        var copy = value.IsEmpty ? default : CutJson.Fit(value, MostBytes, ref isCut);
        writer.WriteRawValue(copy.IsEmpty ? instead : copy.Span, skipInputValidation: true);
    }

    private static JsonElement MessageOf(JsonElement root) =>
        Find(root, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 && Find(choices[0], "message") is { } message ? message : default;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
