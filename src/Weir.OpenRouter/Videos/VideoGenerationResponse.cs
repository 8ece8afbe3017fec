namespace Weir.OpenRouter;

/// <summary>How far the making of a video is.</summary>
public sealed record VideoGenerationResponse : WireRecord
{
    /// <summary>Why it failed; null if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Id of the generation, for <see cref="GenerationsClient"/>; null until it has been worked on.</summary>
    public string? GenerationId { get; init; }

    /// <summary>Id of the job, for <see cref="VideosClient.GetAsync"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Where to ask how far it is; <see cref="VideosClient.GetAsync"/> does.</summary>
    public string? PollingUrl { get; init; }

    /// <summary>One of <c>pending</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c>, <c>expired</c>; the first two go on.</summary>
    public string? Status { get; init; }

    /// <summary>Where the videos are once it is completed. <see cref="VideosClient.DownloadAsync"/> gets the first.</summary>
    public IReadOnlyList<string>? UnsignedUrls { get; init; }

    /// <summary>What it cost; null until it is completed.</summary>
    public VideoGenerationUsage? Usage { get; init; }
}
