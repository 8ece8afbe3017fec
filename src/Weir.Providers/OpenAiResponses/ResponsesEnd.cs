using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Reads how a response ended: its finish reason, its usage, or its error.</summary>
internal static class ResponsesEnd
{
    /// <summary>Our word and the upstream's; null when the response has not ended as a whole.</summary>
    public static (string Reason, string Native)? FinishOf(JsonElement response, bool hasCalls) => response.Text("status") switch
    {
        "completed" => (hasCalls ? "tool_calls" : "stop", "completed"),
        "incomplete" => response.Member("incomplete_details").Text("reason") is "content_filter"
            ? ("content_filter", "content_filter")
            : ("length", response.Member("incomplete_details").Text("reason") ?? "incomplete"),
        _ => null,
    };

    public static void WriteFinish(Utf8JsonWriter writer, (string Reason, string Native) finish)
    {
        writer.WriteString("finish_reason"u8, finish.Reason);
        writer.WriteString("native_finish_reason"u8, finish.Native);
    }

    /// <remarks>
    /// <code>
    /// {"input_tokens":9,"input_tokens_details":{"cached_tokens":4},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":3},"total_tokens":16}
    /// </code>
    /// </remarks>
    public static void WriteUsage(Utf8JsonWriter writer, JsonElement usage)
    {
        var (input, output) = (usage.Count("input_tokens") ?? 0, usage.Count("output_tokens") ?? 0);
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, input);
        writer.WriteNumber("completion_tokens"u8, output);
        writer.WriteNumber("total_tokens"u8, usage.Count("total_tokens") ?? input + output);
        writer.WriteStartObject("prompt_tokens_details"u8);
        WriteCount(writer, "cached_tokens", usage.Member("input_tokens_details"));
        WriteCount(writer, "cache_write_tokens", usage.Member("input_tokens_details"));
        writer.WriteEndObject();
        writer.WriteStartObject("completion_tokens_details"u8);
        WriteCount(writer, "reasoning_tokens", usage.Member("output_tokens_details"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <remarks>
    /// <code>
    /// {"code":"rate_limit_exceeded","message":"Slow down"}
    /// {"error":{"code":429,"message":"Slow down","metadata":{"error_type":"rate_limit_exceeded"}}}
    /// </code>
    /// </remarks>
    public static void WriteError(Utf8JsonWriter writer, JsonElement error)
    {
        var code = error.Text("code") ?? error.Text("type");
        writer.WriteStartObject("error"u8);
        if (code == "content_filter")
        {
            writer.WriteString("code"u8, code);
        }
        else
        {
            writer.WriteNumber("code"u8, StatusOf(code));
        }

        writer.WriteString("message"u8, error.Text("message") ?? "no message");
        if (code is not null)
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("error_type"u8, code);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static int StatusOf(string? code) => code switch
    {
        "rate_limit_exceeded" or "insufficient_quota" => 429,
        "server_is_overloaded" or "overloaded" => 503,
        "invalid_prompt" or "invalid_request_error" or "context_length_exceeded" => 400,
        _ => 500,
    };

    private static void WriteCount(Utf8JsonWriter writer, string name, JsonElement details)
    {
        if (details.Count(name) is { } count)
        {
            writer.WriteNumber(name, count);
        }
    }
}
