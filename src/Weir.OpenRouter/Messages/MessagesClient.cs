namespace Weir.OpenRouter;

/// <summary>The Messages API operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class MessagesClient
{
    private const string Path = "messages";

    private readonly OpenRouterTransport _transport;

    internal MessagesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Answers in the form of the Messages API. <c>POST /messages</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<MessagesResult> CreateAsync(MessagesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.SendAsync(
            HttpMethod.Post,
            Path,
            query: null,
            request with { Stream = null },
            MessagesJson.Default.MessagesRequest,
            MessagesJson.Default.MessagesResult,
            cancellationToken);
    }

    /// <summary>Answers in the form of the Messages API, event by event. <c>POST /messages</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused.</exception>
    public IAsyncEnumerable<MessagesStreamEvent> StreamAsync(MessagesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.StreamAsync(Path, request with { Stream = true }, MessagesJson.Default.MessagesRequest, MessagesJson.Default.MessagesStreamEvent, cancellationToken);
    }

    /// <summary>Counts the tokens of a prompt without answering it. <c>POST /messages/count_tokens</c>; a Weir has it.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<TokenCount> CountTokensAsync(MessagesRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, Path + "/count_tokens", query: null, request, MessagesJson.Default.MessagesRequest, MessagesJson.Default.TokenCount, cancellationToken);
}
