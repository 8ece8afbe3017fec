namespace Weir.OpenRouter;

/// <summary>A try at a provider on the way to an answer.</summary>
public sealed record ProviderResponse : WireRecord
{
    /// <summary>Id of the endpoint that was tried.</summary>
    public string? EndpointId { get; init; }

    /// <summary>The provider's own id of the try.</summary>
    public string? Id { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }

    /// <summary>How long it took to answer, in milliseconds.</summary>
    public decimal? Latency { get; init; }

    /// <summary>Permanent slug of the model, <c>author/slug</c>.</summary>
    public string? ModelPermaslug { get; init; }

    /// <summary>Display name of the provider.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The tier it was sent to. One of <c>flex</c>, <c>priority</c>; what is charged is the tier that the provider used.</summary>
    public string? RoutedServiceTier { get; init; }

    /// <summary>HTTP status of the provider; null if it never answered.</summary>
    public long? Status { get; init; }
}
