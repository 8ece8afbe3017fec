namespace Weir.OpenRouter;

/// <summary>An application and what it used in the span of dates.</summary>
public sealed record AppRankingsItem : WireRecord
{
    /// <summary>Its number, which does not change.</summary>
    public long? AppId { get; init; }

    /// <summary>The name it shows in public.</summary>
    public string? AppName { get; init; }

    /// <summary>Its place from 1, counted over all pages.</summary>
    public long? Rank { get; init; }

    /// <summary>Calls within the span.</summary>
    public long? TotalRequests { get; init; }

    /// <summary>Tokens of prompts and completions, a whole number as text: it may be larger than 64 bits of JSON can carry.</summary>
    public string? TotalTokens { get; init; }
}
