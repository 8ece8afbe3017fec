namespace Weir.OpenRouter;

/// <summary>What <c>RerankClient</c> sends: rerank request.</summary>
public sealed record RerankRequest : WireRecord
{
    public required IReadOnlyList<string> Documents { get; init; }

    public required string Model { get; init; }

    public ProviderPreferences? Provider { get; init; }

    public required string Query { get; init; }

    public long? TopN { get; init; }
}
