namespace Weir.OpenRouter;

/// <summary>One way in which a text goes on.</summary>
public sealed record CompletionChoice : WireRecord
{
    public int? Index { get; init; }
    public string? Text { get; init; }
    public string? FinishReason { get; init; }
}
