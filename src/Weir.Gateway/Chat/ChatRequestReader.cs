using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Chat;

/// <summary>Reads a chat completion request in one pass over its bytes.</summary>
/// <remarks><code>{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}],"anything":"else"}</code></remarks>
public static class ChatRequestReader
{
    private const int MaxDepth = 64;
    private const int LongestSessionId = 256;

    /// <exception cref="GatewayException">The body is not a chat completion request; the message says where.</exception>
    public static ChatRequest Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw Invalid("The request body is not valid UTF-8. Encode it as UTF-8, for example with an HTTP client's own JSON support.");
        }

        try
        {
            return Interpret(body, ReadMembers(body.Span));
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine})" : "";
            throw Invalid($"The request body is not valid JSON{place}: {Reason(wrong)}");
        }
    }

    private static ImmutableArray<JsonMember> ReadMembers(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid("The request body must be a JSON object, for example {\"model\":\"author/slug\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}.");
        }

        // Not a list to search: a body can hold a million names.
        var members = new OrderedDictionary<string, JsonMember>(16, StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = WireText.Read(reader);
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();

            // A name given twice: the last one counts, for us and for the provider alike.
            members[name] = new JsonMember(name, start, (int)reader.BytesConsumed - start);
        }

        // Read on: anything but white space behind the object is an error.
        _ = reader.Read();
        return [.. members.Values];
    }

    private static ChatRequest Interpret(ReadOnlyMemory<byte> body, ImmutableArray<JsonMember> members)
    {
        var raw = new ChatRequest { Body = body, Members = members };
        var request = raw with
        {
            Model = Text(raw, "model"),
            Models = Texts(raw, "models"),
            Stream = Flag(raw, "stream"),
            User = Text(raw, "user"),
            SessionId = Text(raw, "session_id"),
        };
        if (request.SessionId is { Length: > LongestSessionId })
        {
            throw Invalid($"'session_id' has {request.SessionId.Length} characters; at most {LongestSessionId} are allowed.");
        }

        RequireMessages(request);
        return request;
    }

    private static void RequireMessages(ChatRequest request)
    {
        if (!request.Has("messages"))
        {
            throw Invalid(request.Has("prompt")
                ? "'prompt' is not available on this path in this version of Weir. Send it as 'messages': [{\"role\":\"user\",\"content\":\"…\"}]."
                : "'messages' is missing. Send a list with at least one message, for example [{\"role\":\"user\",\"content\":\"Hi\"}].");
        }

        var reader = new Utf8JsonReader(request.Value("messages").Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidPrompt, "'messages' must be a list with at least one message."));
        }

        for (var index = 0; reader.TokenType != JsonTokenType.EndArray; index++)
        {
            RequireRole(ref reader, index);
            _ = reader.Read();
        }
    }

    private static void RequireRole(ref Utf8JsonReader reader, int index)
    {
        var hasRole = false;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isRole = WireText.Is(reader, "role"u8);
                _ = reader.Read();
                hasRole |= isRole && reader.TokenType == JsonTokenType.String;
                reader.Skip();
            }
        }

        if (!hasRole)
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.InvalidPrompt,
                $"'messages[{index}]' must be an object with a 'role' (system, developer, user, assistant or tool)."));
        }
    }

    private static string? Text(ChatRequest request, string name)
    {
        if (!request.Has(name))
        {
            return null;
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : throw Invalid($"'{name}' must be a string.");
    }

    private static bool Flag(ChatRequest request, string name)
    {
        if (!request.Has(name))
        {
            return false;
        }

        var value = request.Value(name).Span;
        return value.SequenceEqual("true"u8) || (value.SequenceEqual("false"u8) ? false : throw Invalid($"'{name}' must be true or false."));
    }

    private static ImmutableArray<string> Texts(ChatRequest request, string name)
    {
        if (!request.Has(name))
        {
            return [];
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw Invalid($"'{name}' must be a list of strings.");
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : throw Invalid($"'{name}' must be a list of strings."));
        }

        return texts.ToImmutable();
    }

    // The reader's message ends in the position, which ours already gives.
    private static string Reason(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
