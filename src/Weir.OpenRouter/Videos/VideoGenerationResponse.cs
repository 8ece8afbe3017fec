namespace Weir.OpenRouter;

/// <summary>What <c>VideosClient</c> gets: video generation response.</summary>
public sealed record VideoGenerationResponse : WireRecord
{
    public string? Error { get; init; }

    public string? GenerationId { get; init; }

    public string? Id { get; init; }

    public string? PollingUrl { get; init; }

    /// <summary>One of <c>pending</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c>, <c>expired</c>.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string>? UnsignedUrls { get; init; }

    public VideoGenerationUsage? Usage { get; init; }
}
