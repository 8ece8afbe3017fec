namespace Weir.OpenRouter;

/// <summary>Messages request metadata, as <c>MessagesClient</c> sends it.</summary>
public sealed record MessagesRequestMetadata : WireRecord
{
    public string? UserId { get; init; }
}
