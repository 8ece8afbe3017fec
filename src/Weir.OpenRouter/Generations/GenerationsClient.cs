namespace Weir.OpenRouter;

/// <summary>The generation operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class GenerationsClient
{
    private readonly OpenRouterTransport _transport;

    internal GenerationsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>One generation: its tokens, cost and times. <c>GET /generation</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<GenerationData> GetAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"generation?id={Uri.EscapeDataString(id)}", query: null,
            GenerationsJson.Default.DataOfGenerationData, cancellationToken));

    /// <summary>Prompt and completion of a generation, where they are kept. <c>GET /generation/content</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<GenerationContentData> GetContentAsync(string id, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, $"generation/content?id={Uri.EscapeDataString(id)}", query: null,
            GenerationsJson.Default.DataOfGenerationContentData, cancellationToken));

    /// <summary>Says what was wrong with a generation. <c>POST /generation/feedback</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<SubmitGenerationFeedbackData> SubmitFeedbackAsync(
        SubmitGenerationFeedbackRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "generation/feedback", query: null, request,
            GenerationsJson.Default.SubmitGenerationFeedbackRequest, GenerationsJson.Default.DataOfSubmitGenerationFeedbackData, cancellationToken));
}
