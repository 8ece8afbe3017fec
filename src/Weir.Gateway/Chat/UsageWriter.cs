using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Chat;

/// <summary>Writes the usage object of an answer, with what it cost.</summary>
/// <remarks>
/// <code>{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0},"cost":0.0000132,"is_byok":false,"cost_details":{…}}</code>
/// </remarks>
public static class UsageWriter
{
    /// <summary>Writes the <c>"usage"</c> member into an open object.</summary>
    public static void WriteProperty(Utf8JsonWriter writer, TokenUsage usage, Charge charge)
    {
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, usage.Prompt);
        writer.WriteNumber("completion_tokens"u8, usage.Completion);
        writer.WriteNumber("total_tokens"u8, usage.Total);
        writer.WriteStartObject("prompt_tokens_details"u8);
        writer.WriteNumber("cached_tokens"u8, usage.CacheRead);
        WriteWhenAny(writer, "cache_write_tokens"u8, usage.CacheWrite);
        WriteWhenAny(writer, "audio_tokens"u8, usage.PromptAudio);
        WriteWhenAny(writer, "image_tokens"u8, usage.PromptImage);
        WriteWhenAny(writer, "video_tokens"u8, usage.PromptVideo);
        writer.WriteEndObject();
        writer.WriteStartObject("completion_tokens_details"u8);
        writer.WriteNumber("reasoning_tokens"u8, usage.Reasoning);
        WriteWhenAny(writer, "audio_tokens"u8, usage.CompletionAudio);
        WriteWhenAny(writer, "image_tokens"u8, usage.CompletionImage);
        WriteWhenAny(writer, "accepted_prediction_tokens"u8, usage.AcceptedPrediction);
        WriteWhenAny(writer, "rejected_prediction_tokens"u8, usage.RejectedPrediction);
        writer.WriteEndObject();
        WriteCost(writer, charge);
        writer.WriteEndObject();
    }

    /// <summary>Writes <c>cost</c>, <c>is_byok</c> and <c>cost_details</c> into an open usage object.</summary>
    public static void WriteCost(Utf8JsonWriter writer, Charge charge)
    {
        writer.WritePropertyName("cost"u8);
        charge.Total.WriteTo(writer);
        writer.WriteBoolean("is_byok"u8, charge.IsByok);
        WriteCostDetails(writer, charge);
    }

    private static void WriteWhenAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long count)
    {
        if (count > 0)
        {
            writer.WriteNumber(name, count);
        }
    }

    /// <summary>The last chunk of a stream: no choices, the usage.</summary>
    public static ReadOnlyMemory<byte> ClosingChunk(AnswerStamp stamp, TokenUsage usage, Charge charge)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        buffer.Write(stamp.Chunk.Span);
        buffer.Write(",\"choices\":[],"u8);
        AppendUsage(buffer, usage, charge);
        return buffer.WrittenMemory;
    }

    /// <summary>Closes a completion that <see cref="ChatPatcher.WriteCompletion"/> left open.</summary>
    public static void CloseCompletion(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge)
    {
        open.Write(","u8);
        AppendUsage(open, usage, charge);
    }

    // Writes "usage":{…}} : the object that is open is closed by the same writer's end.
    private static void AppendUsage(ArrayBufferWriter<byte> buffer, TokenUsage usage, Charge charge)
    {
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartObject();
        WriteProperty(writer, usage, charge);
        writer.WriteEndObject();

        // Without its own opening brace: the caller's object is already open.
        buffer.Write(scratch.Written[1..]);
    }

    private static void WriteCostDetails(Utf8JsonWriter writer, Charge charge)
    {
        writer.WriteStartObject("cost_details"u8);
        writer.WritePropertyName("upstream_inference_cost"u8);
        if (charge.Upstream is { } upstream)
        {
            upstream.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        WriteDollars(writer, "upstream_inference_prompt_cost"u8, charge.Prompt);
        WriteDollars(writer, "upstream_inference_completions_cost"u8, charge.Completion);
        writer.WriteEndObject();
    }

    // Digit for digit, without the trailing zeros that a product of decimals carries.
    private static void WriteDollars(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal dollars)
    {
        Span<byte> digits = stackalloc byte[40];
        _ = dollars.TryFormat(digits, out var written, "0.############################", CultureInfo.InvariantCulture);
        writer.WritePropertyName(name);
        writer.WriteRawValue(digits[..written], skipInputValidation: true);
    }
}
