using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A piece of a streamed answer to a chat.</summary>
public sealed record ChatStreamChunk : WireRecord
{
    /// <summary>What came; empty in a piece that only brings usage.</summary>
    public IReadOnlyList<ChatStreamChoice>? Choices { get; init; }

    /// <summary>When the answer began, in seconds since 1970; the same in all pieces.</summary>
    public long? Created { get; init; }

    /// <summary>Why the stream broke off; <see cref="ChatClient"/> throws it as an <see cref="OpenRouterException"/>.</summary>
    public ChatStreamChunkError? Error { get; init; }

    /// <summary>Id of the generation, for <see cref="GenerationsClient"/>; the same in all pieces.</summary>
    public string? Id { get; init; }

    /// <summary>Slug of the model that answers, which may be another one than was asked for.</summary>
    public string? Model { get; init; }

    /// <summary>Always <c>chat.completion.chunk</c>.</summary>
    public string? Object { get; init; }

    /// <summary>How the provider was chosen, in the last piece; null unless the header <c>X-OpenRouter-Metadata: enabled</c> asked for it.</summary>
    public JsonElement? OpenrouterMetadata { get; init; }

    /// <summary>Tier that the provider uses, such as <c>default</c> or <c>priority</c>; null if it did not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The provider's mark of the software that answers; null if it gave none.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>What it used and cost: only in the last piece.</summary>
    public ChatUsage? Usage { get; init; }
}
