using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Ledger.Pricing;

namespace Weir.Server.Seeding;

/// <summary>Requests and answers as JSON, as a client and a provider would send them.</summary>
internal static class SeedBodies
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Request(SeedQuestion question)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(json, Options);
        writer.WriteStartObject();
        writer.WriteString("model"u8, question.Model.Slug);
        if (question.Model.MakesEmbeddings)
        {
            WriteInput(writer, question);
        }
        else
        {
            WriteMessages(writer, question);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Answer(SeedQuestion question, string id, string model, TokenUsage usage, string finishReason)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(json, Options);
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("object"u8, "chat.completion"u8);
        writer.WriteString("model"u8, model);
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("message"u8);
        writer.WriteString("role"u8, "assistant"u8);
        WriteContent(writer, question, usage);
        writer.WriteEndObject();
        writer.WriteString("finish_reason"u8, finishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void WriteInput(Utf8JsonWriter writer, SeedQuestion question)
    {
        writer.WriteStartArray("input"u8);
        foreach (var (_, text) in question.Messages)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter writer, SeedQuestion question)
    {
        if (question.Streams)
        {
            writer.WriteBoolean("stream"u8, value: true);
        }

        writer.WriteNumber("temperature"u8, 0.3);
        writer.WriteNumber("max_tokens"u8, 2048);
        writer.WriteStartArray("messages"u8);
        foreach (var (role, text) in question.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, role);
            writer.WriteString("content"u8, text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter writer, SeedQuestion question, TokenUsage usage)
    {
        if (usage.Reasoning > 0)
        {
            writer.WriteString("reasoning"u8, "The question is about one thing, so one answer is enough. Check the settings first, then say what to do next.");
        }

        if (question.Tool is not { } tool)
        {
            writer.WriteString("content"u8, question.Answer);
            return;
        }

        writer.WriteNull("content"u8);
        writer.WriteStartArray("tool_calls"u8);
        writer.WriteStartObject();
        writer.WriteString("id"u8, "call_1"u8);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, tool);
        writer.WriteString("arguments"u8, question.Answer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
