namespace Weir.OpenRouter;

/// <summary>The dataset operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class DatasetsClient
{
    private readonly OpenRouterTransport _transport;

    internal DatasetsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Applications by their use. <c>GET /datasets/app-rankings</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<AppRankingsResponse> ListAppRankingsAsync(ListAppRankingsDatasetQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "datasets/app-rankings", query?.ToText(), DatasetsJson.Default.AppRankingsResponse, cancellationToken);

    /// <summary>Models by their use, day by day. <c>GET /datasets/rankings-daily</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<RankingsDailyResponse> ListDailyRankingsAsync(
        ListDailyRankingsDatasetQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, "datasets/rankings-daily", query?.ToText(),
            DatasetsJson.Default.RankingsDailyResponse, cancellationToken);

    /// <summary>What sessions cost. <c>GET /datasets/session-cost</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<SessionCostResponse> GetSessionCostAsync(GetSessionCostDatasetQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "datasets/session-cost", query?.ToText(), DatasetsJson.Default.SessionCostResponse, cancellationToken);
}
