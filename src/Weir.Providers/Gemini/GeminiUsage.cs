using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>The tokens of an answer as Gemini counts them: cumulatively, in every chunk, the last report being the right one.</summary>
/// <remarks>
/// <code>
/// {"promptTokenCount":17,"toolUsePromptTokenCount":8,"candidatesTokenCount":20,"thoughtsTokenCount":33,"cachedContentTokenCount":4,"promptTokensDetails":[{"modality":"TEXT","tokenCount":17}]}
/// {"prompt_tokens":25,"completion_tokens":53,"total_tokens":78,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":33}}
/// </code>
/// </remarks>
internal sealed record GeminiUsage
{
    private long Prompt { get; init; }
    private long Answer { get; init; }
    private long Thoughts { get; init; }
    private long Cached { get; init; }
    private long CachedAudio { get; init; }
    private long PromptAudio { get; init; }
    private long PromptImage { get; init; }
    private long PromptVideo { get; init; }
    private long AnswerAudio { get; init; }
    private long AnswerImage { get; init; }

    /// <summary>The API's name of the tier that served; null when Gemini does not say.</summary>
    public string? ServiceTier { get; private init; }

    public static GeminiUsage Read(JsonElement usage) => new()
    {
        // What its own search brought in is prompt, too, and charged as such.
        Prompt = (usage.Whole("promptTokenCount") ?? 0) + (usage.Whole("toolUsePromptTokenCount") ?? 0),
        Answer = usage.Whole("candidatesTokenCount") ?? 0,
        Thoughts = usage.Whole("thoughtsTokenCount") ?? 0,
        Cached = usage.Whole("cachedContentTokenCount") ?? 0,
        CachedAudio = Of(usage, "cacheTokensDetails", "AUDIO"),
        PromptAudio = Of(usage, "promptTokensDetails", "AUDIO"),
        PromptImage = Of(usage, "promptTokensDetails", "IMAGE"),
        PromptVideo = Of(usage, "promptTokensDetails", "VIDEO"),
        AnswerAudio = Of(usage, "candidatesTokensDetails", "AUDIO"),
        AnswerImage = Of(usage, "candidatesTokensDetails", "IMAGE"),
        ServiceTier = usage.Text("serviceTier")?.ToLowerInvariant() switch
        {
            "standard" => "default",
            "flex" => "flex",
            "priority" => "priority",
            _ => null,
        },
    };

    /// <summary>Writes the <c>usage</c> member into an open object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, Prompt);
        writer.WriteNumber("completion_tokens"u8, Answer + Thoughts);
        writer.WriteNumber("total_tokens"u8, Prompt + Answer + Thoughts);
        writer.WriteStartObject("prompt_tokens_details"u8);
        writer.WriteNumber("cached_tokens"u8, Cached);
        WriteSome(writer, "cached_audio_tokens"u8, CachedAudio);
        WriteSome(writer, "audio_tokens"u8, PromptAudio);
        WriteSome(writer, "image_tokens"u8, PromptImage);
        WriteSome(writer, "video_tokens"u8, PromptVideo);
        writer.WriteEndObject();
        writer.WriteStartObject("completion_tokens_details"u8);
        writer.WriteNumber("reasoning_tokens"u8, Thoughts);
        WriteSome(writer, "audio_tokens"u8, AnswerAudio);
        WriteSome(writer, "image_tokens"u8, AnswerImage);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (ServiceTier is { } tier)
        {
            writer.WriteString("service_tier"u8, tier);
        }
    }

    private static long Of(JsonElement usage, string details, string modality) =>
        usage.Items(details).Where(detail => detail.Text("modality") == modality).Sum(detail => detail.Whole("tokenCount") ?? 0);

    private static void WriteSome(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long tokens)
    {
        if (tokens > 0)
        {
            writer.WriteNumber(name, tokens);
        }
    }
}
