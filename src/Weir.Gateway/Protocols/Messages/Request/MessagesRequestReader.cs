using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Writes a request of the Messages API as a chat completion request.</summary>
/// <remarks>
/// <code>
/// {"model":"acme/small","max_tokens":99,"system":"S","messages":[{"role":"user","content":"Q"}],"stop_sequences":["END"],"metadata":{"user_id":"u"}}
/// {"model":"acme/small","max_tokens":99,"stop":["END"],"messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"}],"user":"u"}
/// </code>
/// A member that nobody here knows passes: the caller means the provider, which takes it or says so.
/// </remarks>
internal static class MessagesRequestReader
{
    private const int MaxDepth = 64;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="GatewayException">400 with the place that is wrong, 501 for what is not there yet.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        // The same checks of encoding, JSON and common members as for a chat; then what only this protocol has.
        var original = ChatRequestReader.Read(body);
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var request = document.RootElement;
        var buffer = new ArrayBufferWriter<byte>(body.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        foreach (var member in original.Members.Where(member => original.Has(member.Name)))
        {
            WriteMember(writer, member.Name, original.Value(member.Name).Span, request);
        }

        ReasoningTranslator.Write(writer, request);
        ConversationTranslator.Write(writer, request);
        writer.WriteEndObject();
        writer.Flush();
        return ChatRequestReader.Read(buffer.WrittenMemory);
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> value, JsonElement request)
    {
        switch (name)
        {
            case "messages" or "system" or "thinking" or "output_config" or "output_format":
                // Together, below.
                break;
            case "tools":
                ToolTranslator.Write(writer, request);
                break;
            case "tool_choice":
                ToolChoiceTranslator.Write(writer, request);
                break;
            case "stop_sequences":
                RequireTexts(request);
                Copy(writer, "stop", value);
                break;
            case "metadata":
                WriteUser(writer, request);
                break;
            case "fallbacks":
                WriteFallbacks(writer, request);
                break;
            case "service_tier":
                var tier = request.FindText("service_tier"u8);
                writer.WriteString("service_tier"u8, tier is "standard_only" or "standard" ? "default" : tier);
                break;
            case "context_management":
                RefuseCompaction(request);
                Copy(writer, name, value);
                break;
            case "container" or "mcp_servers":
                throw Refusal.NotBuilt($"'{name}'");
            default:
                Copy(writer, name, value);
                break;
        }
    }

    private static void Copy(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value, skipInputValidation: true);
    }

    private static void RequireTexts(JsonElement request)
    {
        if (request.FindList("stop_sequences"u8) is not { } stops)
        {
            throw Refusal.Invalid($"'stop_sequences' is {request.Find("stop_sequences"u8).KindName()}; it must be a list of texts.");
        }

        var index = 0;
        foreach (var stop in stops.EnumerateArray())
        {
            if (stop.ValueKind != JsonValueKind.String)
            {
                throw Refusal.Invalid($"'stop_sequences[{index}]' is {stop.KindName()}; it must be a text.");
            }

            index++;
        }
    }

    // 'user' names the same, and wins.
    private static void WriteUser(Utf8JsonWriter writer, JsonElement request)
    {
        if (request.Find("user"u8) is null && request.FindObject("metadata"u8)?.FindFilled("user_id"u8) is { } user)
        {
            writer.WriteRaw("user"u8, user);
        }
    }

    // {"fallbacks":[{"model":"acme/large"}]}
    private static void WriteFallbacks(Utf8JsonWriter writer, JsonElement request)
    {
        const int Most = 3;
        if (request.Find("models"u8) is not null)
        {
            throw Refusal.Invalid("'fallbacks' and 'models' both name models to try next; send one of the two.");
        }

        if (request.FindList("fallbacks"u8) is not { } fallbacks || fallbacks.GetArrayLength() > Most)
        {
            throw Refusal.Invalid($"'fallbacks' must be a list of at most {Most} objects with a 'model'.");
        }

        writer.WriteStartArray("models"u8);
        var index = 0;
        foreach (var fallback in fallbacks.EnumerateArray())
        {
            var isPlain = fallback.ValueKind == JsonValueKind.Object && fallback.EnumerateObject().Count() == 1;
            var model = isPlain && fallback.FindFilled("model"u8) is { } named
                ? named
                : throw Refusal.Invalid($"'fallbacks[{index}]' must be an object with a 'model' and nothing else, for example {{\"model\":\"author/slug\"}}.");
            writer.WriteRaw(model);
            index++;
        }

        writer.WriteEndArray();
    }

    // Clearing of old content happens upstream and leaves no trace in an answer; a compaction is a block of its own.
    private static void RefuseCompaction(JsonElement request)
    {
        var index = 0;
        foreach (var edit in request.FindObject("context_management"u8)?.FindList("edits"u8)?.EnumerateArray() ?? default)
        {
            if (edit.FindText("type"u8) is { } type && type.StartsWith("compact_", StringComparison.Ordinal))
            {
                throw Refusal.NotBuilt($"'context_management.edits[{index}]' of type \"{type}\"");
            }

            index++;
        }
    }
}
