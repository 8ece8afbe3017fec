using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Writes a chat in the OpenAI form, which is what the conventions are defined on and what <see cref="ChatRequestAttributes"/> flattens.</summary>
internal static class ChatJson
{
    /// <summary>People read these texts: letters of other scripts stay letters. No page ever embeds them unescaped.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Request(IReadOnlyList<ChatMessage> messages, ChatOptions? options, string? defaultModel, bool streamed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        WriteText(writer, "model", options?.ModelId ?? defaultModel);
        if (streamed)
        {
            writer.WriteBoolean("stream", value: true);
        }

        if (options is not null)
        {
            ChatOptionsJson.Write(writer, options);
        }

        writer.WriteStartArray("messages");
        if (options?.Instructions is { Length: > 0 } instructions)
        {
            ChatMessageJson.Write(writer, new ChatMessage(ChatRole.System, instructions));
        }

        foreach (var message in ChatMessageJson.Split(messages))
        {
            ChatMessageJson.Write(writer, message);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Reply(ChatResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        WriteText(writer, "id", response.ResponseId);
        WriteText(writer, "model", response.ModelId);
        writer.WriteStartArray("choices");
        var index = 0;
        foreach (var message in ChatMessageJson.Split(response.Messages))
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", index);
            if (index++ == 0)
            {
                WriteText(writer, "finish_reason", response.FinishReason?.Value);
            }

            writer.WritePropertyName("message");
            ChatMessageJson.Write(writer, message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (response.Usage is { } usage)
        {
            WriteUsage(writer, usage);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static void WriteUsage(Utf8JsonWriter writer, UsageDetails usage)
    {
        writer.WriteStartObject("usage");
        WriteCount(writer, "prompt_tokens", usage.InputTokenCount);
        WriteCount(writer, "completion_tokens", usage.OutputTokenCount);
        WriteCount(writer, "total_tokens", usage.TotalTokenCount);
        if (usage.CachedInputTokenCount is { } cached)
        {
            writer.WriteStartObject("prompt_tokens_details");
            writer.WriteNumber("cached_tokens", cached);
            writer.WriteEndObject();
        }

        if (usage.ReasoningTokenCount is { } reasoning)
        {
            writer.WriteStartObject("completion_tokens_details");
            writer.WriteNumber("reasoning_tokens", reasoning);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a text, or nothing where there is none.</summary>
    public static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteCount(Utf8JsonWriter writer, string name, long? count)
    {
        if (count is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }
}
