using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A video to be made, which takes a while. <c>POST /videos</c>. What a model can, <see cref="VideoModel"/> says.</summary>
public sealed record VideoGenerationRequest : WireRecord
{
    /// <summary>
    /// Width to height. One of <c>16:9</c>, <c>9:16</c>, <c>1:1</c>, <c>4:3</c>, <c>3:4</c>, <c>3:2</c>, <c>2:3</c>, <c>21:9</c>, <c>9:21</c>.
    /// </summary>
    public string? AspectRatio { get; init; }

    /// <summary>Where the server posts when it is done, <c>https</c> only; null takes the workspace's address, if it has one.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>How free to be when making a video larger; see <see cref="VideoModel.Creativity"/>. Not for models that make new ones.</summary>
    public long? Creativity { get; init; }

    /// <summary>Length in seconds, 1 or more; see <see cref="VideoModel.SupportedDurations"/>.</summary>
    public long? Duration { get; init; }

    /// <summary>Images that it begins and ends with; they go before <see cref="InputReferences"/>.</summary>
    public IReadOnlyList<FrameImage>? FrameImages { get; init; }

    /// <summary>True makes sound too; null does so where the endpoint can.</summary>
    public bool? GenerateAudio { get; init; }

    /// <summary>
    /// Images, sounds and videos to go by, as <c>image_url</c>, <c>audio_url</c> and <c>video_url</c> parts; many providers look at images only.
    /// </summary>
    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    /// <summary>Slug of a model that makes videos, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What it is to show; only models that can do with an image alone take null.</summary>
    public string? Prompt { get; init; }

    /// <summary>Options for single providers; null sends none.</summary>
    public MediaProvider? Provider { get; init; }

    /// <summary>How large. One of <c>480p</c>, <c>720p</c>, <c>768p</c>, <c>1080p</c>, <c>1K</c>, <c>2K</c>, <c>4K</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>Makes videos repeatable where the provider can; none promises it.</summary>
    public long? Seed { get; init; }

    /// <summary>Width x height in pixels, <c>1280x720</c>, in place of <see cref="Resolution"/> and <see cref="AspectRatio"/>.</summary>
    public string? Size { get; init; }

    /// <summary>By how much to make a video larger, above 0. Not for models that make new ones.</summary>
    public decimal? UpscaleFactor { get; init; }
}
