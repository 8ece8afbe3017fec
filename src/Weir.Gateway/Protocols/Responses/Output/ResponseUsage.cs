using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes the usage of a chat answer in the words of Responses.</summary>
/// <remarks>
/// <code>
/// {"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":8},"cost":0.00001,…}
/// {"input_tokens":12,"input_tokens_details":{"cached_tokens":4},"output_tokens":30,"output_tokens_details":{"reasoning_tokens":8},"total_tokens":42,"cost":0.00001,…}
/// </code>
/// </remarks>
internal static class ResponseUsage
{
    /// <param name="usage">From <see cref="UsageWriter"/>.</param>
    public static byte[] Write(JsonElement usage)
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteRaw("input_tokens"u8, usage.Find("prompt_tokens"u8));
        writer.WriteRaw("input_tokens_details"u8, usage.Find("prompt_tokens_details"u8));
        writer.WriteRaw("output_tokens"u8, usage.Find("completion_tokens"u8));
        writer.WriteRaw("output_tokens_details"u8, usage.Find("completion_tokens_details"u8));
        writer.WriteRaw("total_tokens"u8, usage.Find("total_tokens"u8));
        writer.WriteRaw("cost"u8, usage.Find("cost"u8));
        writer.WriteRaw("is_byok"u8, usage.Find("is_byok"u8));
        WriteCostDetails(usage, writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCostDetails(JsonElement usage, Utf8JsonWriter writer)
    {
        if (usage.FindObject("cost_details"u8) is not { } details)
        {
            return;
        }

        writer.WriteStartObject("cost_details"u8);
        if (details.TryGetProperty("upstream_inference_cost"u8, out var upstream))
        {
            // Null says that the provider named none.
            writer.WriteRaw("upstream_inference_cost"u8, upstream);
        }

        writer.WriteRaw("upstream_inference_input_cost"u8, details.Find("upstream_inference_prompt_cost"u8));
        writer.WriteRaw("upstream_inference_output_cost"u8, details.Find("upstream_inference_completions_cost"u8));
        writer.WriteEndObject();
    }
}
