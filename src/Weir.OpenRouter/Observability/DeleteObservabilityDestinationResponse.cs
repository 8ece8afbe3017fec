namespace Weir.OpenRouter;

/// <summary>What <c>ObservabilityClient</c> gets: delete observability destination response.</summary>
public sealed record DeleteObservabilityDestinationResponse : WireRecord
{
    public bool? Deleted { get; init; }
}
