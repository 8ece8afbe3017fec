namespace Weir.OpenRouter;

/// <summary>Why a stream broke off.</summary>
public sealed record ChatStreamChunkError : WireRecord
{
    /// <summary>An HTTP status, such as 429, though that of the answer was 200.</summary>
    public long? Code { get; init; }

    /// <summary>What went wrong, for people.</summary>
    public string? Message { get; init; }

    /// <summary>What kind of error it was.</summary>
    public ChatStreamChunkErrorMetadata? Metadata { get; init; }
}
