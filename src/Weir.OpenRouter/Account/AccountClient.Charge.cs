using System.Text.Json;

namespace Weir.OpenRouter;

/// <content>What the API keeps for old clients only.</content>
public sealed partial class AccountClient
{
    /// <summary>Asks for a payment by Coinbase. <c>POST /credits/coinbase</c>, which servers answer with 410 by now.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<JsonElement> CreateCoinbaseChargeAsync(CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Post, "credits/coinbase", query: null, AccountJson.Default.JsonElement, cancellationToken);
}
