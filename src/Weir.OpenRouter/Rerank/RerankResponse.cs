namespace Weir.OpenRouter;

/// <summary>What <c>RerankClient</c> gets: rerank response.</summary>
public sealed record RerankResponse : WireRecord
{
    public string? Id { get; init; }

    public string? Model { get; init; }

    public string? Provider { get; init; }

    public IReadOnlyList<RerankResponseResult>? Results { get; init; }

    public RerankResponseUsage? Usage { get; init; }
}
