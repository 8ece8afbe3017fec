using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>ImagesClient</c> sends: image generation request.</summary>
public sealed record ImageGenerationRequest : WireRecord
{
    public string? AspectRatio { get; init; }

    /// <summary>One of <c>auto</c>, <c>transparent</c>, <c>opaque</c>.</summary>
    public string? Background { get; init; }

    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    public required string Model { get; init; }

    public long? N { get; init; }

    public long? OutputCompression { get; init; }

    /// <summary>One of <c>png</c>, <c>jpeg</c>, <c>webp</c>, <c>svg</c>.</summary>
    public string? OutputFormat { get; init; }

    public required string Prompt { get; init; }

    public ImageGenerationProviderPreferences? Provider { get; init; }

    /// <summary>One of <c>auto</c>, <c>low</c>, <c>medium</c>, <c>high</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>One of <c>512</c>, <c>1K</c>, <c>2K</c>, <c>4K</c>.</summary>
    public string? Resolution { get; init; }

    public long? Seed { get; init; }

    public string? Size { get; init; }
}
