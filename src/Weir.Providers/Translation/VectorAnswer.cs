using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Writes vectors in the internal form of embeddings.</summary>
/// <remarks><code>{"data":[{"object":"embedding","index":0,"embedding":[0.1]}],"usage":{"prompt_tokens":8,"total_tokens":8}}</code></remarks>
internal static class VectorAnswer
{
    /// <param name="vectors">Lists of numbers, in the order of the inputs.</param>
    /// <param name="promptTokens">As the provider counted them; null when it did not.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<JsonElement> vectors, long? promptTokens) => JsonBody.Write(writer =>
    {
        writer.WriteStartArray("data"u8);
        var index = 0;
        foreach (var vector in vectors)
        {
            writer.WriteStartObject();
            writer.WriteString("object"u8, "embedding"u8);
            writer.WriteNumber("index"u8, index++);
            writer.WriteRaw("embedding"u8, vector);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (promptTokens is { } tokens)
        {
            writer.WriteStartObject("usage"u8);
            writer.WriteNumber("prompt_tokens"u8, tokens);
            writer.WriteNumber("total_tokens"u8, tokens);
            writer.WriteEndObject();
        }
    });
}
