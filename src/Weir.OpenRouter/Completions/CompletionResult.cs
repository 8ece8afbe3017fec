namespace Weir.OpenRouter;

/// <summary>How a text goes on; in a stream, the piece that came.</summary>
public sealed record CompletionResult : WireRecord
{
    public string? Id { get; init; }
    public string? Model { get; init; }
    public string? Provider { get; init; }
    public IReadOnlyList<CompletionChoice>? Choices { get; init; }
    public ChatUsage? Usage { get; init; }
}
