namespace Weir.OpenRouter;

/// <summary>Rerank response result document, as <c>RerankClient</c> gets it.</summary>
public sealed record RerankResponseResultDocument : WireRecord
{
    public string? Image { get; init; }

    public string? Text { get; init; }
}
