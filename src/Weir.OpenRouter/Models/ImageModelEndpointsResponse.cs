namespace Weir.OpenRouter;

/// <summary>An image model and who serves it.</summary>
public sealed record ImageModelEndpointsResponse : WireRecord
{
    /// <summary>One entry for each provider.</summary>
    public IReadOnlyList<ImageEndpoint>? Endpoints { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public string? Id { get; init; }
}
