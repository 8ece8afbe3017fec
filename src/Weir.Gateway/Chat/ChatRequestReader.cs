using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Chat;

/// <summary>Reads a chat completion request in one pass over its bytes.</summary>
/// <remarks><code>{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}],"anything":"else"}</code></remarks>
public static class ChatRequestReader
{
    private const string Example = """{"model":"author/slug","messages":[{"role":"user","content":"Hi"}]}""";

    /// <exception cref="GatewayException">The body is not a chat completion request; the message says where.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example);
        RequireMessages(request);
        return request;
    }

    private static void RequireMessages(ModelRequest request)
    {
        if (!request.Has("messages"))
        {
            throw Invalid(request.Has("prompt")
                ? "'prompt' is not available on this path in this version of Weir. Send it as 'messages': [{\"role\":\"user\",\"content\":\"…\"}]."
                : "'messages' is missing. Send a list with at least one message, for example [{\"role\":\"user\",\"content\":\"Hi\"}].");
        }

        var reader = new Utf8JsonReader(request.Value("messages").Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
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

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
