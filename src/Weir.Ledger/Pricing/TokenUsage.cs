namespace Weir.Ledger.Pricing;

/// <summary>
/// What one exchange used: tokens, and the units of operations that are not counted in tokens. Details are parts of their total, never additions to
/// it.
/// </summary>
public sealed record TokenUsage
{
    /// <summary>Nothing.</summary>
    public static TokenUsage None { get; } = new() { Prompt = 0, Completion = 0 };

    /// <summary>Prompt tokens, 0 or more, cached ones included.</summary>
    public required long Prompt { get; init; }

    /// <summary>Completion tokens, 0 or more, reasoning included.</summary>
    public required long Completion { get; init; }

    public long CacheRead { get; init; }

    /// <summary>The part of <see cref="CacheRead"/> that is audio, where the provider says so.</summary>
    public long CacheReadAudio { get; init; }

    /// <summary>Prompt tokens written to a cache, whatever their time to live.</summary>
    public long CacheWrite { get; init; }

    /// <summary>The part of <see cref="CacheWrite"/> that is kept for an hour, which costs more.</summary>
    public long CacheWriteHour { get; init; }

    public long Reasoning { get; init; }
    public long PromptAudio { get; init; }
    public long PromptImage { get; init; }
    public long PromptVideo { get; init; }
    public long CompletionAudio { get; init; }
    public long CompletionImage { get; init; }
    public long AcceptedPrediction { get; init; }
    public long RejectedPrediction { get; init; }

    /// <summary>Searches that a reranking was billed as.</summary>
    public long SearchUnits { get; init; }

    /// <summary>Characters of text that was spoken.</summary>
    public long Characters { get; init; }

    /// <summary>Seconds of audio that was transcribed.</summary>
    public decimal Seconds { get; init; }

    /// <summary>Images that were made.</summary>
    public long Images { get; init; }

    /// <summary>Images that were sent; counted here, for no provider says it.</summary>
    public long PromptImages { get; init; }

    /// <summary>Web searches that the provider made.</summary>
    public long WebSearches { get; init; }

    /// <summary>True when we counted, because the provider did not say.</summary>
    public bool IsEstimate { get; init; }

    public long Total => Prompt + Completion;

    /// <summary>What several parts of one answer used together; an estimate when one of them is.</summary>
    public static TokenUsage Sum(IEnumerable<TokenUsage> parts) => parts.Aggregate((one, other) => new TokenUsage
    {
        Prompt = one.Prompt + other.Prompt,
        Completion = one.Completion + other.Completion,
        CacheRead = one.CacheRead + other.CacheRead,
        CacheReadAudio = one.CacheReadAudio + other.CacheReadAudio,
        CacheWrite = one.CacheWrite + other.CacheWrite,
        CacheWriteHour = one.CacheWriteHour + other.CacheWriteHour,
        Reasoning = one.Reasoning + other.Reasoning,
        PromptAudio = one.PromptAudio + other.PromptAudio,
        PromptImage = one.PromptImage + other.PromptImage,
        PromptVideo = one.PromptVideo + other.PromptVideo,
        CompletionAudio = one.CompletionAudio + other.CompletionAudio,
        CompletionImage = one.CompletionImage + other.CompletionImage,
        AcceptedPrediction = one.AcceptedPrediction + other.AcceptedPrediction,
        RejectedPrediction = one.RejectedPrediction + other.RejectedPrediction,
        SearchUnits = one.SearchUnits + other.SearchUnits,
        Characters = one.Characters + other.Characters,
        Seconds = one.Seconds + other.Seconds,
        Images = one.Images + other.Images,
        PromptImages = one.PromptImages + other.PromptImages,
        WebSearches = one.WebSearches + other.WebSearches,
        IsEstimate = one.IsEstimate || other.IsEstimate,
    });

    /// <summary>This report and a later one of the same answer: the larger of each count, for reports come cumulatively, in pieces, or twice.</summary>
    public TokenUsage Combine(TokenUsage later) => new()
    {
        Prompt = Math.Max(Prompt, later.Prompt),
        Completion = Math.Max(Completion, later.Completion),
        CacheRead = Math.Max(CacheRead, later.CacheRead),
        CacheReadAudio = Math.Max(CacheReadAudio, later.CacheReadAudio),
        CacheWrite = Math.Max(CacheWrite, later.CacheWrite),
        CacheWriteHour = Math.Max(CacheWriteHour, later.CacheWriteHour),
        Reasoning = Math.Max(Reasoning, later.Reasoning),
        PromptAudio = Math.Max(PromptAudio, later.PromptAudio),
        PromptImage = Math.Max(PromptImage, later.PromptImage),
        PromptVideo = Math.Max(PromptVideo, later.PromptVideo),
        CompletionAudio = Math.Max(CompletionAudio, later.CompletionAudio),
        CompletionImage = Math.Max(CompletionImage, later.CompletionImage),
        AcceptedPrediction = Math.Max(AcceptedPrediction, later.AcceptedPrediction),
        RejectedPrediction = Math.Max(RejectedPrediction, later.RejectedPrediction),
        SearchUnits = Math.Max(SearchUnits, later.SearchUnits),
        Characters = Math.Max(Characters, later.Characters),
        Seconds = Math.Max(Seconds, later.Seconds),
        Images = Math.Max(Images, later.Images),
        PromptImages = Math.Max(PromptImages, later.PromptImages),
        WebSearches = Math.Max(WebSearches, later.WebSearches),
        IsEstimate = IsEstimate && later.IsEstimate,
    };
}
