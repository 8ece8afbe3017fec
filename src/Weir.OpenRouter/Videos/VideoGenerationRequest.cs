using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>VideosClient</c> sends: video generation request.</summary>
public sealed record VideoGenerationRequest : WireRecord
{
    /// <summary>One of <c>16:9</c>, <c>9:16</c>, <c>1:1</c>, <c>4:3</c>, <c>3:4</c>, <c>3:2</c>, <c>2:3</c>, <c>21:9</c>, <c>9:21</c>.</summary>
    public string? AspectRatio { get; init; }

    public string? CallbackUrl { get; init; }

    public long? Creativity { get; init; }

    public long? Duration { get; init; }

    public IReadOnlyList<FrameImage>? FrameImages { get; init; }

    public bool? GenerateAudio { get; init; }

    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    public required string Model { get; init; }

    public string? Prompt { get; init; }

    public MediaProvider? Provider { get; init; }

    /// <summary>One of <c>480p</c>, <c>720p</c>, <c>768p</c>, <c>1080p</c>, <c>1K</c>, <c>2K</c>, <c>4K</c>.</summary>
    public string? Resolution { get; init; }

    public long? Seed { get; init; }

    public string? Size { get; init; }

    public decimal? UpscaleFactor { get; init; }
}
