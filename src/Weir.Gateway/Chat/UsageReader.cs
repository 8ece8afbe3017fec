using System.Text.Json;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Chat;

/// <summary>Reads the usage object of an OpenAI-dialect answer.</summary>
/// <remarks>
/// <code>{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":0}}</code>
/// </remarks>
public static class UsageReader
{
    // More than any context holds by far; a larger count is a fault of the provider, and no charge could be made from it.
    private const long MostTokens = 1_000_000_000;

    /// <summary>Reads the value the reader stands on; null when it is not an object with token counts, or one of them cannot be: then we count ourselves.</summary>
    public static TokenUsage? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var counts = default(Counts);
        ReadObject(ref reader, ref counts);
        return counts is { Seen: true, Impossible: false }
            ? new TokenUsage
            {
                Prompt = counts.Prompt,
                Completion = counts.Completion,
                CacheRead = Math.Min(counts.Cached, counts.Prompt),
                CacheWrite = Math.Min(counts.CacheWrite, Math.Max(0, counts.Prompt - counts.Cached)),
                Reasoning = Math.Min(counts.Reasoning, counts.Completion),
            }
            : null;
    }

    private static void ReadObject(ref Utf8JsonReader reader, ref Counts counts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref counts);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref Counts counts)
    {
        var name = WireText.Read(reader);
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject && name is "prompt_tokens_details" or "completion_tokens_details")
        {
            ReadObject(ref reader, ref counts);
            return;
        }

        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var value) || value is < 0 or > MostTokens)
        {
            counts.Impossible |= reader.TokenType == JsonTokenType.Number && name is "prompt_tokens" or "completion_tokens";
            reader.Skip();
            return;
        }

        Take(name, value, ref counts);
    }

    private static void Take(string name, long value, ref Counts counts)
    {
        switch (name)
        {
            case "prompt_tokens":
                (counts.Prompt, counts.Seen) = (value, true);
                break;
            case "completion_tokens":
                (counts.Completion, counts.Seen) = (value, true);
                break;
            case "cached_tokens":
                counts.Cached = value;
                break;
            case "cache_write_tokens":
                counts.CacheWrite = value;
                break;
            case "reasoning_tokens":
                counts.Reasoning = value;
                break;
        }
    }

    private struct Counts
    {
        public bool Seen;
        public bool Impossible;
        public long Prompt;
        public long Completion;
        public long Cached;
        public long CacheWrite;
        public long Reasoning;
    }
}
