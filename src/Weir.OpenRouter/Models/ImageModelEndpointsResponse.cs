namespace Weir.OpenRouter;

/// <summary>What <c>ModelsClient</c> gets: image model endpoints response.</summary>
public sealed record ImageModelEndpointsResponse : WireRecord
{
    public IReadOnlyList<ImageEndpoint>? Endpoints { get; init; }

    public string? Id { get; init; }
}
