namespace Weir.OpenRouter;

/// <summary>What sessions cost, by application, model and length.</summary>
public sealed record SessionCostResponse : WireRecord
{
    /// <summary>The costs, one row for each combination.</summary>
    public IReadOnlyList<SessionCostItem>? Data { get; init; }

    /// <summary>The days that were sampled.</summary>
    public SessionCostMeta? Meta { get; init; }
}
