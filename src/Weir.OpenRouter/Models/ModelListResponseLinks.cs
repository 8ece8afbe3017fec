namespace Weir.OpenRouter;

/// <summary>Where the next page of a list is.</summary>
public sealed record ModelListResponseLinks : WireRecord
{
    /// <summary>Path of the next page; null on the last one.</summary>
    public string? Next { get; init; }
}
