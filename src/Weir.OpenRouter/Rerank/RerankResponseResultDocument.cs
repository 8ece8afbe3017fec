namespace Weir.OpenRouter;

/// <summary>A text that was put in order, as it was sent.</summary>
public sealed record RerankResponseResultDocument : WireRecord
{
    /// <summary>Address or data URL of its image; null if it has none.</summary>
    public string? Image { get; init; }

    /// <summary>Its text; null if it is only an image.</summary>
    public string? Text { get; init; }
}
