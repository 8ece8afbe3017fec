using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Providers;

namespace Weir.RoutingLab;

/// <summary>Makes endpoints of a model, with the defaults that an operator's would have.</summary>
internal static class EndpointOf
{
    /// <param name="index">Its place in the operator's list.</param>
    /// <param name="price">Dollars a million tokens, prompt and completion.</param>
    /// <param name="milliseconds">Usual time to the first token.</param>
    /// <param name="ailment">What befalls it; null: nothing.</param>
    /// <param name="limit">What it refuses; null: nothing.</param>
    public static LabEndpoint World(int index, decimal price, double milliseconds, Func<TimeSpan, Condition>? ailment = null, RateLimit? limit = null)
    {
        var entry = new EndpointEntry
        {
            Provider = new ProviderEntry
            {
                Slug = $"provider-{index}",
                Name = $"Provider {index}",
                Dialect = ProviderRegistry.Find("openai")!,
                BaseUrl = new Uri("http://127.0.0.1:9/v1/"),
            },
            UpstreamModel = "small",
            Price = new Price { Prompt = price / 1_000_000, Completion = price / 1_000_000 },
            ContextLength = 128_000,
        };
        return new LabEndpoint(index, entry, TimeSpan.FromMilliseconds(milliseconds), ailment ?? Ailments.None, limit);
    }
}
