namespace Weir.OpenRouter;

/// <summary>What a call of a tool calls.</summary>
public sealed record ChatToolCallFunction : WireRecord
{
    /// <summary>Name of the function; in a stream, only in the first piece.</summary>
    public string? Name { get; init; }

    /// <summary>JSON as the model wrote it, which need not be valid; in a stream, the piece that came.</summary>
    public string? Arguments { get; init; }
}
