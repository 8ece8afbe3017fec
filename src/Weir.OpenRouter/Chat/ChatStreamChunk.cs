using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Chat stream chunk, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatStreamChunk : WireRecord
{
    public IReadOnlyList<ChatStreamChoice>? Choices { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public ChatStreamChunkError? Error { get; init; }

    public string? Id { get; init; }

    public string? Model { get; init; }

    /// <summary>One of <c>chat.completion.chunk</c>.</summary>
    public string? Object { get; init; }

    public JsonElement? OpenrouterMetadata { get; init; }

    public string? ServiceTier { get; init; }

    public string? SystemFingerprint { get; init; }

    public ChatUsage? Usage { get; init; }
}
