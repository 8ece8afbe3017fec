namespace Weir.OpenRouter;

/// <summary>A model and its tokens of one day, week or month.</summary>
public sealed record RankingsDailyItem : WireRecord
{
    /// <summary>First UTC date of the period, <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Permanent slug of the model, with its variant (<c>:free</c>) where it has one; <c>other</c> sums up all models beyond the first 50.</summary>
    public string? ModelPermaslug { get; init; }

    /// <summary>Tokens of prompts and completions, a whole number as text: it may be larger than 64 bits of JSON can carry.</summary>
    public string? TotalTokens { get; init; }
}
