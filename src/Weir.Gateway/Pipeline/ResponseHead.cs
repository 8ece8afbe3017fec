namespace Weir.Gateway.Pipeline;

/// <summary>Status and headers of a response, before its first byte.</summary>
public sealed record ResponseHead
{
    public required int Status { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Bytes; null for a stream.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Seconds; null when there is no hint.</summary>
    public long? RetryAfterSeconds { get; init; }

    public static ResponseHead EventStream { get; } = new() { Status = 200, ContentType = "text/event-stream" };
}
