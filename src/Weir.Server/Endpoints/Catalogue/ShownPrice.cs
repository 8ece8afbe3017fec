using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The price that a model is shown with: that of its cheapest endpoint.</summary>
internal static class ShownPrice
{
    public static Price Of(ModelEntry model) => model.Endpoints.MinBy(endpoint => (Tokens(endpoint.Price), Others(endpoint.Price)))!.Price;

    private static decimal Tokens(Price price) => price.Prompt + price.Completion;

    private static decimal Others(Price price) =>
        price.Request + (price.ImageOutput ?? 0) + (price.AudioOutput ?? 0) + (price.Second ?? 0) + (price.Character ?? 0) + (price.Search ?? 0);
}
