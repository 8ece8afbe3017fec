namespace Weir.OpenRouter;

/// <summary>Embeddings response usage prompt tokens details, as <c>EmbeddingsClient</c> gets it.</summary>
public sealed record EmbeddingsResponseUsagePromptTokensDetails : WireRecord
{
    public long? AudioTokens { get; init; }

    public long? FileTokens { get; init; }

    public long? ImageTokens { get; init; }

    public long? TextTokens { get; init; }

    public long? VideoTokens { get; init; }
}
