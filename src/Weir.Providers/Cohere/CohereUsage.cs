using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes the tokens of an answer: those that are billed, for they are what prices are meant for.</summary>
/// <remarks>
/// Everything else, such as Cohere's own preamble, is in <c>tokens</c>, and so is the cache, which changes no price.
/// <code>
/// {"billed_units":{"input_tokens":39,"output_tokens":27},"tokens":{"input_tokens":1683,"output_tokens":62},"cached_tokens":1504}
/// {"prompt_tokens":39,"completion_tokens":27,"total_tokens":66}
/// </code>
/// </remarks>
internal static class CohereUsage
{
    /// <summary>Writes the <c>usage</c> member into an open object, if there are counts.</summary>
    /// <returns>Whether there were.</returns>
    public static bool Write(Utf8JsonWriter writer, JsonElement parent)
    {
        if (!parent.TryMember("usage", out var usage) || !(usage.TryMember("billed_units", out var units) || usage.TryMember("tokens", out units)))
        {
            return false;
        }

        var prompt = units.Whole("input_tokens") ?? 0;
        var completion = units.Whole("output_tokens") ?? 0;
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, prompt);
        writer.WriteNumber("completion_tokens"u8, completion);
        writer.WriteNumber("total_tokens"u8, prompt + completion);
        writer.WriteEndObject();
        return true;
    }
}
