namespace Weir.OpenRouter;

/// <summary>The audio operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed partial class AudioClient
{
    private readonly OpenRouterTransport _transport;

    internal AudioClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Writes down what is said. <c>POST /audio/transcriptions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<TranscriptionResponse> TranscribeAsync(TranscriptionRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "audio/transcriptions", query: null, request,
            AudioJson.Default.TranscriptionRequest, AudioJson.Default.TranscriptionResponse, cancellationToken);
}
