using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Image model list item, as <c>ModelsClient</c> gets it.</summary>
public sealed record ImageModelListItem : WireRecord
{
    public ImageModelArchitecture? Architecture { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public string? Description { get; init; }

    public string? Endpoints { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? SupportedParameters { get; init; }

    public bool? SupportsStreaming { get; init; }
}
