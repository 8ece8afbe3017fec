using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>The token counts of one answer: reported in pieces, each cumulative, and with cached tokens beside the prompt instead of within.</summary>
/// <remarks>
/// <code>
/// {"input_tokens":10,"cache_creation_input_tokens":20,"cache_creation":{"ephemeral_5m_input_tokens":8,"ephemeral_1h_input_tokens":12},"cache_read_input_tokens":30,
///  "output_tokens":5,"output_tokens_details":{"thinking_tokens":2},"server_tool_use":{"web_search_requests":1}}
/// {"prompt_tokens":60,"completion_tokens":5,"total_tokens":65,"prompt_tokens_details":{"cached_tokens":30,"cache_write_tokens":20,"cache_write_1h_tokens":12},"completion_tokens_details":{"reasoning_tokens":2}}
/// </code>
/// </remarks>
internal sealed class AnswerUsage
{
    private long? _input;
    private long? _output;
    private long _cacheWrite;
    private long _cacheWriteHour;
    private long _cacheRead;
    private long _webSearches;
    private long? _thinking;

    /// <summary>The chat API's name of the tier that served; null when the upstream does not say, or there is none.</summary>
    public string? ServiceTier { get; private set; }

    /// <summary>Takes a report in; what it does not mention stays.</summary>
    public void Take(JsonElement? report)
    {
        if (report is not { } usage)
        {
            return;
        }

        _input = usage.Count("input_tokens") ?? _input;
        _output = usage.Count("output_tokens") ?? _output;
        _cacheWrite = usage.Count("cache_creation_input_tokens") ?? _cacheWrite;
        _cacheWriteHour = usage.Find("cache_creation")?.Count("ephemeral_1h_input_tokens") ?? _cacheWriteHour;
        _webSearches = usage.Find("server_tool_use")?.Count("web_search_requests") ?? _webSearches;
        _cacheRead = usage.Count("cache_read_input_tokens") ?? _cacheRead;
        _thinking = usage.Find("output_tokens_details")?.Count("thinking_tokens") ?? _thinking;
        ServiceTier = usage.Text("service_tier") switch
        {
            "standard" => "default",
            "priority" => "priority",
            _ => ServiceTier,
        };
    }

    /// <summary>Writes the chat API's <c>usage</c> member; nothing when the upstream reported none, so that the gateway counts itself.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (_input is not { } input || _output is not { } output)
        {
            return;
        }

        // Added in a wider type: a count that cannot be is for the gateway to find, not for an overflow.
        var prompt = (Int128)input + _cacheWrite + _cacheRead;
        writer.WriteStartObject("usage"u8);
        WriteCount(writer, "prompt_tokens"u8, prompt);
        WriteCount(writer, "completion_tokens"u8, output);
        WriteCount(writer, "total_tokens"u8, prompt + output);
        writer.WriteStartObject("prompt_tokens_details"u8);
        writer.WriteNumber("cached_tokens"u8, _cacheRead);
        if (_cacheWrite > 0)
        {
            writer.WriteNumber("cache_write_tokens"u8, _cacheWrite);
        }

        if (_cacheWriteHour > 0)
        {
            writer.WriteNumber("cache_write_1h_tokens"u8, _cacheWriteHour);
        }

        writer.WriteEndObject();
        if (_webSearches > 0)
        {
            writer.WriteStartObject("server_tool_use"u8);
            writer.WriteNumber("web_search_requests"u8, _webSearches);
            writer.WriteEndObject();
        }

        if (_thinking is { } thinking)
        {
            writer.WriteStartObject("completion_tokens_details"u8);
            writer.WriteNumber("reasoning_tokens"u8, thinking);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Int128 count) =>
        writer.WriteNumber(name, (long)Int128.Min(count, long.MaxValue));
}
