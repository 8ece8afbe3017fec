namespace Weir.OpenRouter;

/// <summary>Models, or a page of them.</summary>
public sealed record ModelListResponse : WireRecord
{
    /// <summary>The models, in the order that was asked for.</summary>
    public IReadOnlyList<ModelInfo>? Data { get; init; }

    /// <summary>Where the next page is.</summary>
    public ModelListResponseLinks? Links { get; init; }

    /// <summary>How many models there are on all pages.</summary>
    public long? TotalCount { get; init; }
}
