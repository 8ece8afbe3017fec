namespace Weir.OpenRouter;

/// <summary>For whom a request of the Messages API is.</summary>
public sealed record MessagesRequestMetadata : WireRecord
{
    /// <summary>The end user: a stable pseudonym.</summary>
    public string? UserId { get; init; }
}
