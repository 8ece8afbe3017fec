namespace Weir.OpenRouter;

/// <summary>Session cost item, as <c>DatasetsClient</c> gets it.</summary>
public sealed record SessionCostItem : WireRecord
{
    public string? AppName { get; init; }

    public string? AppSlug { get; init; }

    public decimal? MedianSessionCostUsd { get; init; }

    public string? ModelPermaslug { get; init; }

    /// <summary>One of <c>1-turn</c>, <c>2-9-turns</c>, <c>10-49-turns</c>, <c>50-plus-turns</c>.</summary>
    public string? TurnRange { get; init; }
}
