namespace Weir.OpenRouter;

/// <summary>The legacy completion operation, which goes on with a text; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class CompletionsClient
{
    private const string Path = "completions";

    private readonly OpenRouterTransport _transport;

    internal CompletionsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Goes on with a text. <c>POST /completions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<CompletionResult> CreateAsync(CompletionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.SendAsync(
            HttpMethod.Post,
            Path,
            query: null,
            request with { Stream = null },
            CompletionsJson.Default.CompletionRequest,
            CompletionsJson.Default.CompletionResult,
            cancellationToken);
    }

    /// <summary>Goes on with a text, piece by piece. <c>POST /completions</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or the stream carries an error.</exception>
    public IAsyncEnumerable<CompletionResult> StreamAsync(CompletionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.StreamAsync(
            Path, request with { Stream = true }, CompletionsJson.Default.CompletionRequest, CompletionsJson.Default.CompletionResult, cancellationToken);
    }
}
