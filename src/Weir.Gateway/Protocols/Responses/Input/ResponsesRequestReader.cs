using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Reads a Responses request and writes the chat request that asks the same.</summary>
/// <remarks>
/// <code>
/// {"model":"acme/small","instructions":"Be brief","input":"Hi","max_output_tokens":100,"temperature":0.5}
/// {"model":"acme/small","temperature":0.5,"max_completion_tokens":100,"messages":[{"role":"system","content":"Be brief"},{"role":"user","content":"Hi"}]}
/// </code>
/// Members that are the same in both, and those nobody here knows, are copied as they are.
/// </remarks>
internal static class ResponsesRequestReader
{
    private const string Example = """{"model":"author/slug","input":"Hi"}""";

    private static readonly FrozenSet<string> Translated = FrozenSet.Create(
        StringComparer.Ordinal,
        "input", "instructions", "tools", "tool_choice", "parallel_tool_calls", "text", "reasoning", "max_output_tokens", "include", "top_logprobs");

    // These say nothing to a model; and the last three would say in the chat request what a Responses request cannot ask.
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.Ordinal,
        "store", "previous_response_id", "conversation", "prompt", "background", "truncation", "stream_options", "messages", "n", "logprobs");

    /// <exception cref="GatewayException">400 with the place that is wrong; 501 naming what is not there.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example);
        StatelessRules.Require(request);
        return ChatRequestReader.Read(Translate(request));
    }

    private static ReadOnlyMemory<byte> Translate(ModelRequest request)
    {
        using var document = JsonDocument.Parse(request.Body);
        var root = document.RootElement;
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        CopySame(request, writer);
        OutputSettings.Write(root, writer);
        ToolTranslator.Write(root, DeclaredTools.Read(root), writer);
        WriteMessages(root, writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void CopySame(ModelRequest request, Utf8JsonWriter writer)
    {
        foreach (var member in request.Members)
        {
            var value = request.Body.Span.Slice(member.ValueStart, member.ValueLength);

            // Null means "not set" here, and not every upstream takes it.
            if (!Translated.Contains(member.Name) && !Dropped.Contains(member.Name) && !value.SequenceEqual("null"u8))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(value, skipInputValidation: true);
            }
        }
    }

    private static void WriteMessages(JsonElement request, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("messages"u8);
        if (request.Find("instructions"u8) is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, "system"u8);
            writer.WriteRaw("content"u8, request.RequireString("instructions"u8, "instructions"));
            writer.WriteEndObject();
        }

        var input = request.Find("input"u8);
        switch (input?.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteStartObject();
                writer.WriteString("role"u8, "user"u8);
                writer.WriteRaw("content"u8, input.Value);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array when input.Value.GetArrayLength() > 0:
                new InputTranslator(writer).WriteAll(input.Value);
                break;
            case JsonValueKind.Array:
                throw RequestFault.Invalid("'input' is an empty list. Send a string, or at least one item, for example {\"role\":\"user\",\"content\":\"Hi\"}.");
            case null when request.Find("messages"u8) is not null:
                throw RequestFault.Invalid("'input' is missing. Responses take 'input', a string or a list of items; 'messages' belong to POST /api/v1/chat/completions.");
            default:
                throw RequestFault.WrongKind("input", input, "a string or a list of items");
        }

        writer.WriteEndArray();
    }
}
