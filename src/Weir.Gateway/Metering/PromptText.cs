using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Metering;

/// <summary>The text of a request's messages, for counting tokens that a provider did not report.</summary>
internal static class PromptText
{
    // What the OpenAI chat format adds: about three tokens a message, and three that open the answer.
    private const int TokensPerMessage = 3;
    private const int TokensOfAnswerOpening = 3;

    /// <summary>Tokens of all message texts and tool definitions; media parts are not counted.</summary>
    public static long CountTokens(ModelRequest request, string tokenizer)
    {
        var text = new StringBuilder();
        var messages = 0;
        var reader = new Utf8JsonReader(request.Value("messages").Span);
        _ = reader.Read();
        while (reader.Read())
        {
            messages += reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1 ? 1 : 0;
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isText = WireText.Is(reader, "content"u8) || WireText.Is(reader, "text"u8) || WireText.Is(reader, "role"u8)
                || WireText.Is(reader, "arguments"u8) || WireText.Is(reader, "name"u8);
            _ = reader.Read();
            if (isText && reader.TokenType == JsonTokenType.String)
            {
                _ = text.Append(WireText.Read(reader));
            }
        }

        _ = text.Append(Encoding.UTF8.GetString(request.Value("tools").Span));
        return TokenCounter.Count(text.ToString(), tokenizer) + (messages * TokensPerMessage) + TokensOfAnswerOpening;
    }
}
