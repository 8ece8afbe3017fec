namespace Weir.OpenRouter;

/// <summary>The Responses API operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ResponsesClient
{
    private const string Path = "responses";

    private readonly OpenRouterTransport _transport;

    internal ResponsesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Answers in the form of the Responses API. <c>POST /responses</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Response> CreateAsync(ResponsesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.SendAsync(
            HttpMethod.Post,
            Path,
            query: null,
            request with { Stream = null },
            ResponsesJson.Default.ResponsesRequest,
            ResponsesJson.Default.Response,
            cancellationToken);
    }

    /// <summary>Answers in the form of the Responses API, event by event. <c>POST /responses</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused.</exception>
    public IAsyncEnumerable<ResponseStreamEvent> StreamAsync(ResponsesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.StreamAsync(Path, request with { Stream = true }, ResponsesJson.Default.ResponsesRequest, ResponsesJson.Default.ResponseStreamEvent, cancellationToken);
    }
}
