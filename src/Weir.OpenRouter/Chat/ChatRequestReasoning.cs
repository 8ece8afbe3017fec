namespace Weir.OpenRouter;

/// <summary>Chat request reasoning, as <c>ChatClient</c> sends it.</summary>
public sealed record ChatRequestReasoning : WireRecord
{
    public string? Effort { get; init; }

    public string? Summary { get; init; }
}
