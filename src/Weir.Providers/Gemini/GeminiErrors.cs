using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Reads what Gemini says when it does not answer: error objects, and prompts it blocks.</summary>
/// <remarks>
/// <code>
/// {"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED","details":[{"@type":"…RetryInfo","retryDelay":"34.4s"}]}}     or that in a list
/// {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}
/// </code>
/// </remarks>
internal static class GeminiErrors
{
    private const int LongestDelaySeconds = 86_400;

    /// <summary>The error of an error status; null when there is none.</summary>
    public static UpstreamErrorBody? Find(JsonElement body)
    {
        var root = body.Items().FirstOrDefault(body);
        return root.TryMember("error", out var error)
            ? new UpstreamErrorBody(error.Text("message") ?? error.Text(), CodeOf(error)) { RetryAfter = RetryAfter(error) }
            : null;
    }

    /// <summary>An error in an answer with a success status, in the internal form; null when there is none.</summary>
    public static byte[]? InBand(JsonElement root)
    {
        if (root.TryMember("error", out var error))
        {
            return Chunk(error.Whole("code") ?? 502, error.Text("message") ?? "no message", error.Text("status"));
        }

        var blocked = root.TryMember("promptFeedback", out var feedback) ? feedback.Text("blockReason") : null;
        return blocked is null || blocked.EndsWith("REASON_UNSPECIFIED", StringComparison.Ordinal) || root.Items("candidates").Any()
            ? null
            : Chunk("content_filter", feedback.Text("blockReasonMessage") ?? $"The prompt was blocked ({blocked}).", blocked);
    }

    /// <summary>Writes the <c>error</c> member of a choice that ended in one.</summary>
    public static void WriteBroken(Utf8JsonWriter writer, string reason, string? message) =>
        WriteMember(writer, 502, message ?? $"Gemini ended the answer with {reason}.", reason);

    private static string? CodeOf(JsonElement error)
    {
        var message = error.Text("message") ?? "";
        if (message.Contains("exceeds the maximum number of tokens", StringComparison.OrdinalIgnoreCase))
        {
            return "context_length_exceeded";
        }

        // Answered with 400, as if the request were wrong, when it is our key.
        return error.Items("details").Any(detail => detail.Text("reason") == "API_KEY_INVALID") ? "invalid_api_key"
            : error.Text("status") ?? error.Whole("code")?.ToString(CultureInfo.InvariantCulture);
    }

    // "34.4s": the one form of a duration in Google's JSON.
    private static TimeSpan? RetryAfter(JsonElement error)
    {
        var delay = error.Items("details").Select(detail => detail.Text("retryDelay")).FirstOrDefault(text => text is not null);
        var isNumber = double.TryParse(delay?.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
        return isNumber && seconds is >= 0 and <= LongestDelaySeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static byte[] Chunk(object code, string message, string? status)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        WriteMember(writer, code, message, status);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMember(Utf8JsonWriter writer, object code, string message, string? status)
    {
        writer.WriteStartObject("error"u8);
        if (code is string text)
        {
            writer.WriteString("code"u8, text);
        }
        else
        {
            writer.WriteNumber("code"u8, Convert.ToInt64(code, CultureInfo.InvariantCulture));
        }

        writer.WriteString("message"u8, message);
        if (status is not null)
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("provider_code"u8, status);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
