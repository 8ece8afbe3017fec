namespace Weir.OpenRouter;

/// <summary>What <c>GenerationsClient</c> gets: provider response.</summary>
public sealed record ProviderResponse : WireRecord
{
    public string? EndpointId { get; init; }

    public string? Id { get; init; }

    public bool? IsByok { get; init; }

    public decimal? Latency { get; init; }

    public string? ModelPermaslug { get; init; }

    public string? ProviderName { get; init; }

    /// <summary>One of <c>flex</c>, <c>priority</c>.</summary>
    public string? RoutedServiceTier { get; init; }

    public long? Status { get; init; }
}
