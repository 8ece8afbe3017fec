using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>The arguments of a tool call, which the chat API carries as text, as the object that other dialects want.</summary>
internal static class ToolArguments
{
    /// <param name="function">Holds them.</param>
    /// <param name="call">How a message to the caller names the call.</param>
    /// <returns>JSON; <c>{}</c> when there are none.</returns>
    /// <exception cref="TranslationException">They are not an object.</exception>
    public static string AsObject(JsonElement function, string call)
    {
        if (!function.TryMember("arguments", out var arguments))
        {
            return "{}";
        }

        if (arguments.ValueKind == JsonValueKind.Object)
        {
            return arguments.GetRawText();
        }

        var text = arguments.Text();
        if (string.IsNullOrWhiteSpace(text))
        {
            return "{}";
        }

        return JsonObjectText.IsObject(text)
            ? LoneSurrogates.Replace(text)
            : throw new TranslationException($"The arguments of {call} are not a JSON object. Send them as they were answered, or \"{{}}\".");
    }
}
