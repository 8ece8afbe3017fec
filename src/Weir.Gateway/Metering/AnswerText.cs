using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Metering;

/// <summary>The text of a folded answer, for counting tokens that a provider did not report.</summary>
internal static class AnswerText
{
    /// <summary>Tokens of all texts and tool arguments that the answer holds.</summary>
    /// <param name="answer">A chat completion as JSON, also one that is not complete; empty when nothing came.</param>
    /// <param name="tokenizer">As the catalogue names it.</param>
    public static long CountTokens(ReadOnlyMemory<byte> answer, string tokenizer)
    {
        var text = new StringBuilder();
        var reader = new Utf8JsonReader(answer.Span);
        while (!answer.IsEmpty && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isText = reader.ValueTextEquals("content"u8) || reader.ValueTextEquals("reasoning"u8) || reader.ValueTextEquals("refusal"u8)
                || reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("arguments"u8) || reader.ValueTextEquals("name"u8);
            _ = reader.Read();
            if (isText && reader.TokenType == JsonTokenType.String)
            {
                _ = text.Append(JsonText.ReadAnyway(ref reader));
            }
        }

        return TokenCounter.Count(text.ToString(), tokenizer);
    }
}
