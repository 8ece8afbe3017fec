namespace Weir.OpenRouter;

/// <summary>Reasoning config, as <c>ResponsesClient</c> sends it.</summary>
public sealed record ReasoningConfig : WireRecord
{
    public string? Context { get; init; }

    public string? Effort { get; init; }

    public string? Mode { get; init; }

    public string? Summary { get; init; }

    public bool? Enabled { get; init; }

    public long? MaxTokens { get; init; }
}
