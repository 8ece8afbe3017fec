namespace Weir.OpenRouter;

/// <summary>Chat stream chunk error, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatStreamChunkError : WireRecord
{
    public long? Code { get; init; }

    public string? Message { get; init; }

    public ChatStreamChunkErrorMetadata? Metadata { get; init; }
}
