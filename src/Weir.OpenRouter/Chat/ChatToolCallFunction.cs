namespace Weir.OpenRouter;

/// <summary>What a call of a tool calls.</summary>
public sealed record ChatToolCallFunction : WireRecord
{
    public string? Name { get; init; }

    /// <summary>JSON as the model wrote it, which need not be valid.</summary>
    public string? Arguments { get; init; }
}
