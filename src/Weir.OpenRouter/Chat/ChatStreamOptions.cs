namespace Weir.OpenRouter;

/// <summary>Options of streams, kept for requests that still name them.</summary>
public sealed record ChatStreamOptions : WireRecord
{
    /// <summary>Without effect: a stream always ends with its usage.</summary>
    public bool? IncludeUsage { get; init; }
}
