namespace Weir.OpenRouter;

/// <summary>Tokens of inputs by kind; a kind that did not occur is null.</summary>
public sealed record EmbeddingsResponseUsagePromptTokensDetails : WireRecord
{
    /// <summary>Tokens of sound.</summary>
    public long? AudioTokens { get; init; }

    /// <summary>Tokens of documents.</summary>
    public long? FileTokens { get; init; }

    /// <summary>Tokens of images.</summary>
    public long? ImageTokens { get; init; }

    /// <summary>Tokens of text.</summary>
    public long? TextTokens { get; init; }

    /// <summary>Tokens of video.</summary>
    public long? VideoTokens { get; init; }
}
