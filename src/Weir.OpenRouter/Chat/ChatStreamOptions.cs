namespace Weir.OpenRouter;

/// <summary>Chat stream options, as <c>ChatClient</c> sends it.</summary>
public sealed record ChatStreamOptions : WireRecord
{
    public bool? IncludeUsage { get; init; }
}
