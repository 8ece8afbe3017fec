namespace Weir.OpenRouter;

/// <summary>App rankings item, as <c>DatasetsClient</c> gets it.</summary>
public sealed record AppRankingsItem : WireRecord
{
    public long? AppId { get; init; }

    public string? AppName { get; init; }

    public long? Rank { get; init; }

    public long? TotalRequests { get; init; }

    public string? TotalTokens { get; init; }
}
