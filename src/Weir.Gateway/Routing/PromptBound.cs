using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Routing;

/// <summary>A number of tokens that a prompt has at least, without a tokenizer.</summary>
/// <remarks>
/// Eight characters a token are more than any text needs that people write: English takes four to five, code fewer. White space and
/// repeated characters, which tokenizers join to long runs, count nothing; nor do escapes, media, tools and whatever is not a chat. So a request
/// that fits is never kept away from an endpoint; one that does not fit by less than half is refused by the endpoint itself, and the next model is tried.
/// </remarks>
internal static class PromptBound
{
    private const int CharactersPerToken = 8;

    /// <summary>What <see cref="Count"/> cannot exceed; costs nothing.</summary>
    public static long AtMost(ModelRequest request) => request.Body.Length / CharactersPerToken;

    public static long Count(ModelRequest request)
    {
        if (!request.Has("messages"))
        {
            return 0;
        }

        var characters = 0L;
        var reader = new Utf8JsonReader(request.Value("messages").Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isText = WireText.Is(reader, "content"u8) || WireText.Is(reader, "text"u8) || WireText.Is(reader, "arguments"u8);
            _ = reader.Read();
            if (isText && reader.TokenType == JsonTokenType.String)
            {
                characters += Characters(reader.ValueSpan);
            }
        }

        return characters / CharactersPerToken;
    }

    private static long Characters(ReadOnlySpan<byte> text)
    {
        var count = 0L;
        byte last = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var one = text[index];
            if (one == (byte)'\\')
            {
                // \n, \u00e9
                index += text[index + 1] == (byte)'u' ? 5 : 1;
                continue;
            }

            // The bytes behind the first of a character count nothing.
            count += one > (byte)' ' && one != last && (one & 0xC0) != 0x80 ? 1 : 0;
            last = one;
        }

        return count;
    }
}
