using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>Reads a text completion request and writes the chat request that asks the same.</summary>
/// <remarks>
/// <code>
/// {"model":"acme/small","prompt":"Once","max_tokens":5,"logprobs":2}
/// {"model":"acme/small","max_tokens":5,"logprobs":true,"top_logprobs":2,"messages":[{"role":"user","content":"Once"}]}
/// </code>
/// </remarks>
internal static class CompletionsRequestReader
{
    private const string Example = """{"model":"author/slug","prompt":"Once upon a time"}""";
    private const int MostLogprobs = 5;
    private const int MostChoices = 128;

    private static readonly FrozenSet<string> Translated = FrozenSet.Create(
        StringComparer.Ordinal, "prompt", "messages", "echo", "suffix", "best_of", "logprobs", "top_logprobs", "stream_options");

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example);
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        Require(root);
        var buffer = new ArrayBufferWriter<byte>(body.Length + 128);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        CopySame(request, writer);
        WriteLogprobs(root, writer);
        writer.WriteStartArray("messages"u8);
        writer.WriteStartObject();
        writer.WriteString("role"u8, "user"u8);
        writer.WriteRaw("content"u8, CompletionPrompt.Find(root));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return ChatRequestReader.Read(buffer.WrittenMemory);
    }

    // What chat has no word for is refused, unless it asks for nothing.
    private static void Require(JsonElement request)
    {
        if (request.FindFilled("suffix"u8) is not null)
        {
            throw RequestFault.Invalid("'suffix' is set: text cannot be inserted before another text here. Put both into 'prompt' and say what is wanted.");
        }

        if (Whole(request, "best_of"u8, "best_of", least: 1, most: long.MaxValue) > 1)
        {
            throw RequestFault.Invalid("'best_of' is more than 1: completions are not compared here. Leave it out, or send 'n' and choose yourself.");
        }

        foreach (var tools in (string[])["tools", "functions"])
        {
            if (request.FindItems(System.Text.Encoding.UTF8.GetBytes(tools)).Any())
            {
                throw RequestFault.Invalid($"'{tools}' cannot be used with a text completion. Send the request to POST /api/v1/chat/completions.");
            }
        }

        _ = Whole(request, "n"u8, "n", least: 1, MostChoices);
        if (request.Find("echo"u8) is not { } echo)
        {
            return;
        }

        if (echo.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw RequestFault.WrongKind("echo", echo, "true or false");
        }

        if (echo.ValueKind == JsonValueKind.True && request.Find("logprobs"u8) is not null)
        {
            throw RequestFault.Invalid("'echo' and 'logprobs' are both set: chat models give no log probabilities of the prompt. Leave one of them out.");
        }
    }

    private static void CopySame(ModelRequest request, Utf8JsonWriter writer)
    {
        foreach (var member in request.Members)
        {
            var value = request.Body.Span.Slice(member.ValueStart, member.ValueLength);
            if (!Translated.Contains(member.Name) && !value.SequenceEqual("null"u8))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(value, skipInputValidation: true);
            }
        }
    }

    private static void WriteLogprobs(JsonElement request, Utf8JsonWriter writer)
    {
        if (Whole(request, "logprobs"u8, "logprobs", least: 0, MostLogprobs) is not { } alternatives)
        {
            return;
        }

        writer.WriteBoolean("logprobs"u8, value: true);
        writer.WriteNumber("top_logprobs"u8, alternatives);
    }

    private static long? Whole(JsonElement request, ReadOnlySpan<byte> name, string place, long least, long most)
    {
        if (request.Find(name) is not { } value)
        {
            return null;
        }

        var upTo = most == long.MaxValue ? "" : $" to {most}";
        return request.FindWhole(name) is { } whole && whole >= least && whole <= most
            ? whole
            : throw RequestFault.Invalid($"'{place}' is {value.GetRawText()}; it must be a whole number from {least}{upTo}.");
    }
}
