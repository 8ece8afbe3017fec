namespace Weir.OpenRouter;

/// <summary>What a session with one application and one model costs.</summary>
public sealed record SessionCostItem : WireRecord
{
    /// <summary>The name that the application shows in public.</summary>
    public string? AppName { get; init; }

    /// <summary>The application's slug, which does not change.</summary>
    public string? AppSlug { get; init; }

    /// <summary>USD that the middle one of the sampled sessions cost.</summary>
    public decimal? MedianSessionCostUsd { get; init; }

    /// <summary>Permanent slug of the model.</summary>
    public string? ModelPermaslug { get; init; }

    /// <summary>How long the sessions were. One of <c>1-turn</c>, <c>2-9-turns</c>, <c>10-49-turns</c>, <c>50-plus-turns</c>.</summary>
    public string? TurnRange { get; init; }
}
