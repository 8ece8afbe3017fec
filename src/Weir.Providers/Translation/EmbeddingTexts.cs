using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>The inputs of an embeddings request, for a dialect that embeds texts only.</summary>
internal static class EmbeddingTexts
{
    /// <exception cref="TranslationException">An input is tokens, or something else than text.</exception>
    public static IReadOnlyList<string> Read(JsonElement input, string dialect) => input.ValueKind switch
    {
        JsonValueKind.String => [input.Text()!],
        JsonValueKind.Array => [.. input.EnumerateArray().Select((element, index) => Read(element, index, dialect))],
        _ => throw new TranslationException($"'input' is not a text, and {dialect} embeds texts only."),
    };

    private static string Read(JsonElement element, int index, string dialect)
    {
        if (element.Text() is { } text)
        {
            return text;
        }

        if (element.ValueKind is JsonValueKind.Number or JsonValueKind.Array)
        {
            throw new TranslationException($"'input' is token ids, and {dialect} embeds texts only. Send the text.");
        }

        var parts = element.Items("content").ToArray();
        return parts.Length > 0 && parts.All(part => part.Text("type") == "text")
            ? string.Join('\n', parts.Select(part => part.Text("text")))
            : throw new TranslationException($"'input[{index}].content' has a part that is not text, and {dialect} embeds texts only.");
    }
}
