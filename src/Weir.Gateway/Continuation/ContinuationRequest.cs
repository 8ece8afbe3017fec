using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>Makes the request that asks an endpoint to go on with an answer.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"user","content":"Hi"}],"max_tokens":60}
/// {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello, how"}],"max_tokens":57}
/// </code>
/// </remarks>
internal static class ContinuationRequest
{
    private const string Instruction =
        "Your answer above was cut off. Go on with it exactly where it stops, from the very next word. "
        + "Do not repeat anything of it, and write nothing but the rest of the answer.";

    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="request">What was asked first.</param>
    /// <param name="way">How to ask.</param>
    /// <param name="text">The answer so far, as the endpoint is to see it.</param>
    /// <param name="tokensLeft">What is left of the caller's limit; null: there was none.</param>
    public static ModelRequest Of(ModelRequest request, ContinuationWay way, string text, long? tokensLeft)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + text.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        foreach (var member in request.Members)
        {
            if (!IsDropped(member.Name, way))
            {
                writer.WritePropertyName(member.Name);
                WriteValue(writer, request, member, way, text, tokensLeft);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        var body = buffer.WrittenMemory;
        return request with { Body = body, Members = RequestReader.Read(body, "").Members, EndsInOpenAnswer = way == ContinuationWay.Prefill };
    }

    /// <summary>The caller's limit of output tokens; null when there is none.</summary>
    public static long? LimitOf(ModelRequest request)
    {
        var limit = request.Value(request.Has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
        return Utf8Parser.TryParse(limit.Span, out long tokens, out _) ? tokens : null;
    }

    /// <summary>What an answer leaves of the caller's limit of output tokens; null when there is none.</summary>
    /// <param name="request">What was asked first.</param>
    /// <param name="text">The answer so far.</param>
    /// <param name="counting">Whose tokens are counted.</param>
    public static long? LeftOf(ModelRequest request, string text, Candidate counting) =>
        LimitOf(request) is { } limit ? limit - TokenCounter.Count(text, counting.Model.Tokenizer) : null;

    // Whoever thinks anew does not go on, and upstreams that think refuse a beginning. A grammar would ask for the first brace again.
    private static bool IsDropped(string name, ContinuationWay way) =>
        way == ContinuationWay.Prefill && name is "reasoning" or "reasoning_effort" or "include_reasoning" or "response_format";

    private static void WriteValue(Utf8JsonWriter writer, ModelRequest request, JsonMember member, ContinuationWay way, string text, long? tokensLeft)
    {
        var value = request.Body.Slice(member.ValueStart, member.ValueLength);
        if (member.Name == "messages")
        {
            WriteMessages(writer, value, way, text);
        }
        else if (tokensLeft is { } left && member.Name is "max_tokens" or "max_completion_tokens")
        {
            writer.WriteNumberValue(left);
        }
        else
        {
            writer.WriteRawValue(value.Span, skipInputValidation: true);
        }
    }

    private static void WriteMessages(Utf8JsonWriter writer, ReadOnlyMemory<byte> messages, ContinuationWay way, string text)
    {
        using var document = JsonDocument.Parse(messages);
        writer.WriteStartArray();
        var all = document.RootElement.EnumerateArray().ToArray();
        var opening = all.Length > 0 ? OpeningOf(all[^1]) : null;
        foreach (var message in opening is null ? all : all[..^1])
        {
            message.WriteTo(writer);
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteString("content"u8, opening + (way == ContinuationWay.Prefill ? text.TrimEnd() : text));
        writer.WriteEndObject();
        if (way == ContinuationWay.Instruction)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, "user"u8);
            writer.WriteString("content"u8, Instruction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // The caller may have begun the answer himself.
    private static string? OpeningOf(JsonElement last) =>
        last.ValueKind == JsonValueKind.Object
        && last.TryGetProperty("role"u8, out var role) && role.ValueKind == JsonValueKind.String && role.ValueEquals("assistant"u8)
        && last.TryGetProperty("content"u8, out var content) && content.ValueKind == JsonValueKind.String
            ? WireText.Read(content)
            : null;
}
