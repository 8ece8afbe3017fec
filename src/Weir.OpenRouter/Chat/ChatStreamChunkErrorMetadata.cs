namespace Weir.OpenRouter;

/// <summary>Chat stream chunk error metadata, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatStreamChunkErrorMetadata : WireRecord
{
    public string? ErrorType { get; init; }

    public string? ProviderCode { get; init; }
}
