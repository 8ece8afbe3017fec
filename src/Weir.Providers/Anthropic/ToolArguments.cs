using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Json;

namespace Weir.Providers.Anthropic;

/// <summary>The arguments of an earlier tool call, which the chat API keeps as text and this dialect as an object.</summary>
internal static class ToolArguments
{
    private static readonly ReadOnlyMemory<byte> None = "{}"u8.ToArray();

    /// <summary>A JSON object; an empty one when there are no arguments.</summary>
    /// <exception cref="TranslationException">The text is not a JSON object.</exception>
    public static ReadOnlyMemory<byte> Read(JsonElement? arguments, string place)
    {
        if (arguments?.ValueKind != JsonValueKind.String || arguments.Value.GetString() is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        var json = Encoding.UTF8.GetBytes(text);
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
            {
                return LoneSurrogates.Replace(json);
            }
        }
        catch (JsonException)
        {
            // Said below, with the place.
        }

        throw new TranslationException(
            $"{place} is not the text of a JSON object, which the anthropic dialect needs. Send what the model was given back, or \"{{}}\".");
    }
}
