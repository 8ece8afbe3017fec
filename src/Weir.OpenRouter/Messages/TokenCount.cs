namespace Weir.OpenRouter;

/// <summary>How long a prompt is.</summary>
public sealed record TokenCount : WireRecord
{
    public long? InputTokens { get; init; }
}
