namespace Weir.OpenRouter;

/// <summary>Says that a destination of traces is deleted.</summary>
public sealed record DeleteObservabilityDestinationResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}
