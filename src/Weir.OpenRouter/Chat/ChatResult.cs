using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Chat result, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatResult : WireRecord
{
    public IReadOnlyList<ChatChoice>? Choices { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public string? Id { get; init; }

    public string? Model { get; init; }

    /// <summary>One of <c>chat.completion</c>.</summary>
    public string? Object { get; init; }

    public JsonElement? OpenrouterMetadata { get; init; }

    public string? ServiceTier { get; init; }

    public string? SystemFingerprint { get; init; }

    public ChatUsage? Usage { get; init; }
}
