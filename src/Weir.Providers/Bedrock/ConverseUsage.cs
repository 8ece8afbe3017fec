using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Writes the token counts of an answer: Converse counts what the cache was read or written for beside the input, the chat API within it.</summary>
/// <remarks>
/// <code>
/// {"inputTokens":10,"outputTokens":5,"totalTokens":65,"cacheReadInputTokens":30,"cacheWriteInputTokens":20,"cacheDetails":[{"ttl":"1h","inputTokens":12}]}
/// {"prompt_tokens":60,"completion_tokens":5,"total_tokens":65,"prompt_tokens_details":{"cached_tokens":30,"cache_write_tokens":20,"cache_write_1h_tokens":12}}
/// </code>
/// </remarks>
internal static class ConverseUsage
{
    /// <summary>Writes the member <c>usage</c>, and <c>service_tier</c> when the answer names one the chat API has.</summary>
    /// <param name="writer">In an open object.</param>
    /// <param name="holder">The answer, or the event with its metadata.</param>
    /// <returns>False when no usage was reported: then the gateway counts itself.</returns>
    public static bool Write(Utf8JsonWriter writer, JsonElement holder)
    {
        if (holder.Member("serviceTier").Text("type") is "default" or "priority" or "flex")
        {
            writer.WriteString("service_tier"u8, holder.Member("serviceTier").Text("type"));
        }

        var usage = holder.Member("usage");
        if (usage.Whole("inputTokens") is not { } input || usage.Whole("outputTokens") is not { } output)
        {
            return false;
        }

        var read = usage.Whole("cacheReadInputTokens") ?? 0;
        var written = usage.Whole("cacheWriteInputTokens") ?? 0;

        // Added in a wider type: a count that cannot be is for the gateway to find, not for an overflow.
        var prompt = (Int128)input + read + written;
        writer.WriteStartObject("usage"u8);
        WriteCount(writer, "prompt_tokens"u8, prompt);
        WriteCount(writer, "completion_tokens"u8, output);
        WriteCount(writer, "total_tokens"u8, prompt + output);
        writer.WriteStartObject("prompt_tokens_details"u8);
        writer.WriteNumber("cached_tokens"u8, read);
        if (written > 0)
        {
            writer.WriteNumber("cache_write_tokens"u8, written);
        }

        var hour = usage.Items("cacheDetails").Where(detail => detail.Text("ttl") == "1h").Sum(detail => Math.Max(0, detail.Whole("inputTokens") ?? 0));
        if (hour > 0)
        {
            writer.WriteNumber("cache_write_1h_tokens"u8, hour);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        return true;
    }

    private static void WriteCount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Int128 count) =>
        writer.WriteNumber(name, (long)Int128.Clamp(count, long.MinValue, long.MaxValue));
}
