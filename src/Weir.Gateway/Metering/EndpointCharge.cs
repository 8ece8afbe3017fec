using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Metering;

/// <summary>What an exchange with one endpoint costs: by its prices, or a fee where a credential of somebody's own pays the provider.</summary>
internal static class EndpointCharge
{
    public static Charge Of(TokenUsage usage, EndpointEntry endpoint) => Of(usage, endpoint, endpoint.Price);

    /// <param name="usage">What was used.</param>
    /// <param name="endpoint">Who answered.</param>
    /// <param name="price">What counts of its prices.</param>
    public static Charge Of(TokenUsage usage, EndpointEntry endpoint, Price price)
    {
        var charge = Charge.Of(usage, price);
        return endpoint.Credential is { } own ? charge.AsByok(own.FeeShare) : charge;
    }
}
