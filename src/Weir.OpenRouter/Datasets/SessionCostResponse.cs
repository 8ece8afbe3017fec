namespace Weir.OpenRouter;

/// <summary>What <c>DatasetsClient</c> gets: session cost response.</summary>
public sealed record SessionCostResponse : WireRecord
{
    public IReadOnlyList<SessionCostItem>? Data { get; init; }

    public SessionCostMeta? Meta { get; init; }
}
