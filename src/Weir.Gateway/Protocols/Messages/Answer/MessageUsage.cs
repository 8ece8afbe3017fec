using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes the token counts: cached tokens stand beside the input here, within the prompt in a chat.</summary>
/// <remarks>
/// <code>
/// {"prompt_tokens":60,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":30,"cache_write_tokens":20},"cost":0.01,…}
/// {"input_tokens":10,"output_tokens":5,"cache_creation_input_tokens":20,"cache_read_input_tokens":30,"cost":0.01,…}
/// </code>
/// </remarks>
internal static class MessageUsage
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>The counts of an answer that has not begun: nobody knows them yet.</summary>
    public static void WriteStart(Utf8JsonWriter writer) => Write(writer, Nothing, serviceTier: null);

    /// <param name="writer">In an open object.</param>
    /// <param name="usage">The chat's usage, with its cost.</param>
    /// <param name="serviceTier">In this protocol's word.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement usage, string? serviceTier)
    {
        var prompt = usage.FindObject("prompt_tokens_details"u8);
        var read = prompt?.FindCount("cached_tokens"u8) ?? 0;
        var written = prompt?.FindCount("cache_write_tokens"u8) ?? 0;
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("input_tokens"u8, Math.Max(0, (usage.FindCount("prompt_tokens"u8) ?? 0) - read - written));
        writer.WriteNumber("output_tokens"u8, usage.FindCount("completion_tokens"u8) ?? 0);
        writer.WriteNumber("cache_creation_input_tokens"u8, written);
        writer.WriteNumber("cache_read_input_tokens"u8, read);
        writer.WriteNull("cache_creation"u8);
        WriteThinking(writer, usage.FindObject("completion_tokens_details"u8)?.FindCount("reasoning_tokens"u8));
        writer.WriteNull("server_tool_use"u8);
        writer.WriteString("service_tier"u8, serviceTier);
        writer.WriteNull("inference_geo"u8);
        Copy(writer, usage, "cost"u8);
        Copy(writer, usage, "is_byok"u8);
        Copy(writer, usage, "cost_details"u8);
        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, long? tokens)
    {
        if (tokens is not { } thinking)
        {
            writer.WriteNull("output_tokens_details"u8);
            return;
        }

        writer.WriteStartObject("output_tokens_details"u8);
        writer.WriteNumber("thinking_tokens"u8, thinking);
        writer.WriteEndObject();
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement usage, ReadOnlySpan<byte> name)
    {
        if (usage.Find(name) is { } value)
        {
            writer.WriteRaw(name, value);
        }
    }
}
