namespace Weir.OpenRouter;

/// <summary>Video generation request provider, as <c>VideosClient</c> sends it.</summary>
public sealed record VideoGenerationRequestProvider : WireRecord
{
    public VideoGenerationRequestProviderOptions? Options { get; init; }
}
