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

    private const int MostSeconds = 1_000_000;

    /// <summary>Reads the value the reader stands on; null when it is not an object with counts, or one of them cannot be: then we count ourselves.</summary>
    public static TokenUsage? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var counts = default(Counts);
        ReadObject(ref reader, ref counts, Part.Total);
        return counts is { Seen: true, Impossible: false } ? counts.ToUsage() : null;
    }

    private static void ReadObject(ref Utf8JsonReader reader, ref Counts counts, Part part)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref counts, part);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref Counts counts, Part part)
    {
        var name = WireText.Read(reader);
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject && PartOf(name) is { } details)
        {
            ReadObject(ref reader, ref counts, details);
            return;
        }

        if (name == "seconds" && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && seconds is >= 0 and <= MostSeconds)
        {
            (counts.Seconds, counts.Seen) = (seconds, true);
            return;
        }

        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var value) || value is < 0 or > MostTokens)
        {
            counts.Impossible |= reader.TokenType == JsonTokenType.Number && name is "prompt_tokens" or "completion_tokens";
            reader.Skip();
            return;
        }

        Take(part, name, value, ref counts);
    }

    private static void Take(Part part, string name, long value, ref Counts counts)
    {
        switch (part)
        {
            case Part.Total:
                TakeTotal(name, value, ref counts);
                break;
            case Part.Prompt:
                TakePrompt(name, value, ref counts);
                break;
            case Part.Tools:
                counts.WebSearches = name == "web_search_requests" ? value : counts.WebSearches;
                break;
            default:
                TakeCompletion(name, value, ref counts);
                break;
        }
    }

    // Media operations write input and output where chat writes prompt and completion.
    private static Part? PartOf(string name) => name switch
    {
        "prompt_tokens_details" or "input_tokens_details" or "input_token_details" => Part.Prompt,
        "completion_tokens_details" or "output_tokens_details" or "output_token_details" => Part.Completion,
        "server_tool_use" or "server_tool_use_details" => Part.Tools,
        _ => null,
    };

    private static void TakeTotal(string name, long value, ref Counts counts)
    {
        switch (name)
        {
            case "prompt_tokens" or "input_tokens":
                (counts.Prompt, counts.Seen) = (value, true);
                break;
            case "completion_tokens" or "output_tokens":
                (counts.Completion, counts.Seen) = (value, true);
                break;
            case "total_tokens":
                counts.Total = value;
                break;
            case "search_units":
                (counts.SearchUnits, counts.Seen) = (value, true);
                break;
        }
    }

    private static void TakePrompt(string name, long value, ref Counts counts)
    {
        switch (name)
        {
            case "cached_tokens":
                counts.Cached = value;
                break;
            case "cached_audio_tokens":
                counts.CachedAudio = value;
                break;
            case "cache_write_tokens":
                counts.CacheWrite = value;
                break;
            case "cache_write_1h_tokens":
                counts.CacheWriteHour = value;
                break;
            case "audio_tokens":
                counts.PromptAudio = value;
                break;
            case "image_tokens":
                counts.PromptImage = value;
                break;
            case "video_tokens":
                counts.PromptVideo = value;
                break;
        }
    }

    private static void TakeCompletion(string name, long value, ref Counts counts)
    {
        switch (name)
        {
            case "reasoning_tokens":
                counts.Reasoning = value;
                break;
            case "audio_tokens":
                counts.CompletionAudio = value;
                break;
            case "image_tokens":
                counts.CompletionImage = value;
                break;
            case "accepted_prediction_tokens":
                counts.AcceptedPrediction = value;
                break;
            case "rejected_prediction_tokens":
                counts.RejectedPrediction = value;
                break;
        }
    }

    private enum Part
    {
        Total,
        Prompt,
        Completion,
        Tools,
    }

    private struct Counts
    {
        public bool Seen;
        public bool Impossible;
        public long Prompt;
        public long Completion;
        public long Total;
        public long Cached;
        public long CacheWrite;
        public long CacheWriteHour;
        public long Reasoning;
        public long PromptAudio;
        public long PromptImage;
        public long PromptVideo;
        public long CompletionAudio;
        public long CompletionImage;
        public long AcceptedPrediction;
        public long RejectedPrediction;
        public long SearchUnits;
        public long CachedAudio;
        public long WebSearches;
        public decimal Seconds;

        public readonly TokenUsage ToUsage()
        {
            // A reranking says only a total: all of it was read.
            var prompt = Prompt == 0 && Completion == 0 ? Total : Prompt;
            var written = Math.Min(CacheWrite, Math.Max(0, prompt - Cached));
            return new TokenUsage
            {
                Prompt = prompt,
                Completion = Completion,
                CacheRead = Math.Min(Cached, prompt),
                CacheReadAudio = Math.Min(CachedAudio, Math.Min(Cached, prompt)),
                CacheWrite = written,
                CacheWriteHour = Math.Min(CacheWriteHour, written),
                Reasoning = Math.Min(Reasoning, Completion),
                PromptAudio = Math.Min(PromptAudio, prompt),
                PromptImage = Math.Min(PromptImage, prompt),
                PromptVideo = Math.Min(PromptVideo, prompt),
                CompletionAudio = Math.Min(CompletionAudio, Completion),
                CompletionImage = Math.Min(CompletionImage, Completion),
                AcceptedPrediction = AcceptedPrediction,
                RejectedPrediction = RejectedPrediction,
                SearchUnits = SearchUnits,
                WebSearches = WebSearches,
                Seconds = Seconds,
            };
        }
    }
}
