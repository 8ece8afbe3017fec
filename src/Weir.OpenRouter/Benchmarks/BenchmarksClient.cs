namespace Weir.OpenRouter;

/// <summary>The benchmark operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class BenchmarksClient
{
    private readonly OpenRouterTransport _transport;

    internal BenchmarksClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Results of models in benchmarks. <c>GET /benchmarks</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<UnifiedBenchmarksResponse> ListAsync(ListBenchmarksQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "benchmarks", query?.ToText(), BenchmarksJson.Default.UnifiedBenchmarksResponse, cancellationToken);
}
