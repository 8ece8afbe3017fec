using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Image generation provider preferences, as <c>ImagesClient</c> sends it.</summary>
public sealed record ImageGenerationProviderPreferences : WireRecord
{
    public bool? AllowFallbacks { get; init; }

    public IReadOnlyList<string>? Ignore { get; init; }

    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Members for one provider each, by its slug. Only those of the provider that answers are sent to it, as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    public IReadOnlyList<string>? Order { get; init; }

    public JsonElement? Sort { get; init; }
}
