namespace Weir.OpenRouter;

/// <summary>The analytics operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class AnalyticsClient
{
    private readonly OpenRouterTransport _transport;

    internal AnalyticsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Which metrics, dimensions and operators a query may name. <c>GET /analytics/meta</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<GetMetaAnalyticsData> GetMetaAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "analytics/meta", query: null,
            AnalyticsJson.Default.DataOfGetMetaAnalyticsData, cancellationToken));

    /// <summary>Runs one query over the use of the account. <c>POST /analytics/query</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<QueryAnalyticsData> QueryAsync(QueryAnalyticsRequest request, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Post, "analytics/query", query: null, request,
            AnalyticsJson.Default.QueryAnalyticsRequest, AnalyticsJson.Default.DataOfQueryAnalyticsData, cancellationToken));
}
