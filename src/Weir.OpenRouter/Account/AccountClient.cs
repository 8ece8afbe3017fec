using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The credit and activity operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class AccountClient
{
    private readonly OpenRouterTransport _transport;

    internal AccountClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>What was bought and what was used, in credits. <c>GET /credits</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Credits> GetCreditsAsync(CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "credits", query: null,
            AccountJson.Default.DataOfCredits, cancellationToken));

    /// <summary>Use of the last days, by endpoint and day. <c>GET /activity</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<IReadOnlyList<ActivityItem>> GetActivityAsync(GetActivityAccountQuery? query = null, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "activity", query?.ToText(),
            AccountJson.Default.DataOfListOfActivityItem, cancellationToken));

    /// <summary>Asks for a payment by Coinbase. <c>POST /credits/coinbase</c>, which servers answer with 410 by now.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> CreateCoinbaseChargeAsync(CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Post, "credits/coinbase", query: null, AccountJson.Default.JsonElement, cancellationToken);
}
