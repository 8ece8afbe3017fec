using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations.Images;

/// <summary>Reads what an answer with images, or one event of it, says.</summary>
/// <remarks><code>{"created":1,"data":[{"b64_json":"iVBOR…"}],"usage":{…}}
/// {"type":"image_generation.completed","b64_json":"iVBOR…","usage":{…}}</code></remarks>
internal static class ImagesFacts
{
    private static readonly TokenUsage NoTokens = new() { Prompt = 0, Completion = 0 };

    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static AnswerFacts Read(ReadOnlySpan<byte> json)
    {
        var facts = MediaFacts.Read(json, "data"u8);
        var reader = new Utf8JsonReader(json);
        var images = 0;
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = WireText.Is(reader, "type"u8);
            var isData = WireText.Is(reader, "data"u8);
            _ = reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                var isLast = WireText.Is(reader, "image_generation.completed"u8);
                facts = facts with { HasOutput = true, FinishReason = isLast ? FinishReasons.Stop : null };
                images += isLast ? 1 : 0;
            }
            else if (isData && reader.TokenType == JsonTokenType.StartArray)
            {
                images += Count(ref reader);
                facts = facts with { HasOutput = images > 0 };
            }

            reader.Skip();
        }

        // Images are counted, not reported: that count is exact where no tokens are.
        return images == 0 ? facts : facts with { Usage = (facts.Usage ?? NoTokens) with { Images = images } };
    }

    /// <summary>The base64 of each image of an answer.</summary>
    public static IEnumerable<string> Pictures(JsonElement answer)
    {
        if (answer.TryGetProperty("b64_json", out var only) && only.ValueKind == JsonValueKind.String)
        {
            return [only.GetString()!];
        }

        return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? data.EnumerateArray()
                .Where(image => image.ValueKind == JsonValueKind.Object && image.TryGetProperty("b64_json", out var base64) && base64.ValueKind == JsonValueKind.String)
                .Select(image => image.GetProperty("b64_json").GetString()!)
            : [];
    }

    private static int Count(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            reader.Skip();
        }

        return count;
    }
}
