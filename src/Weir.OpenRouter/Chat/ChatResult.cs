using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The answer to a chat.</summary>
public sealed record ChatResult : WireRecord
{
    /// <summary>The answers, one unless more were asked for.</summary>
    public IReadOnlyList<ChatChoice>? Choices { get; init; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>Id of the generation, for <see cref="GenerationsClient"/>; begins with <c>gen-</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Slug of the model that answered, which may be another one than was asked for.</summary>
    public string? Model { get; init; }

    /// <summary>Always <c>chat.completion</c>.</summary>
    public string? Object { get; init; }

    /// <summary>How the provider was chosen; null unless the header <c>X-OpenRouter-Metadata: enabled</c> asked for it.</summary>
    public JsonElement? OpenrouterMetadata { get; init; }

    /// <summary>Tier that the provider used, such as <c>default</c> or <c>priority</c>; null if it did not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The provider's mark of the software that answered; null if it gave none.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>What it used and cost.</summary>
    public ChatUsage? Usage { get; init; }
}
