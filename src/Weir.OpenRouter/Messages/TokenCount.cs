namespace Weir.OpenRouter;

/// <summary>How long a prompt is.</summary>
public sealed record TokenCount : WireRecord
{
    /// <summary>Tokens of the prompt; the server may estimate them.</summary>
    public long? InputTokens { get; init; }
}
