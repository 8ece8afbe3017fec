using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A model that makes images.</summary>
public sealed record ImageModelListItem : WireRecord
{
    /// <summary>What it reads and makes.</summary>
    public ImageModelArchitecture? Architecture { get; init; }

    /// <summary>When it was added, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>What it is good for, in its author's words.</summary>
    public string? Description { get; init; }

    /// <summary>Path of the list of who serves it: <c>/api/v1/images/models/author/slug/endpoints</c>.</summary>
    public string? Endpoints { get; init; }

    /// <summary>Slug of the model, <c>author/slug</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Display name of the model.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What requests may ask of it, by wire name, at one endpoint or another; <see cref="ImageEndpoint.SupportedParameters"/> says what holds for one.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? SupportedParameters { get; init; }

    /// <summary>True when at least one endpoint can stream the image as it is made.</summary>
    public bool? SupportsStreaming { get; init; }
}
