namespace Weir.OpenRouter;

/// <summary>What <c>ModelsClient</c> gets: model list response.</summary>
public sealed record ModelListResponse : WireRecord
{
    public IReadOnlyList<ModelInfo>? Data { get; init; }

    public ModelListResponseLinks? Links { get; init; }

    public long? TotalCount { get; init; }
}
