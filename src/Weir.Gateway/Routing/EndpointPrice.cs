using Weir.Ledger.Pricing;

namespace Weir.Gateway.Routing;

/// <summary>One number for what an endpoint costs, to compare endpoints of the same operation by.</summary>
/// <remarks>Nothing is charged by it: a double is exact enough to compare, and a fifth of the time of a decimal.</remarks>
internal static class EndpointPrice
{
    // Of four tokens, three are of the prompt.
    private const double PromptShare = 0.75;

    /// <summary>Dollars a token; where nothing is paid by the token, dollars of whatever else is.</summary>
    public static double Of(Price price)
    {
        var tokens = ((double)price.Prompt * PromptShare) + ((double)price.Completion * (1 - PromptShare));
        return tokens > 0
            ? tokens
            : (double)(price.Request + (price.ImageOutput ?? 0) + (price.Second ?? 0) + (price.Character ?? 0) + (price.Search ?? 0) + (price.AudioOutput ?? 0));
    }
}
