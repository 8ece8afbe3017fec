using Weir.Ledger.Pricing;

namespace Weir.Gateway.Routing;

/// <summary>One number for what an endpoint costs, to compare endpoints of the same operation by.</summary>
internal static class EndpointPrice
{
    // Of four tokens, three are of the prompt.
    private const decimal PromptShare = 0.75m;

    /// <summary>Dollars a token; where nothing is paid by the token, dollars of whatever else is.</summary>
    public static double Of(Price price)
    {
        var tokens = (price.Prompt * PromptShare) + (price.Completion * (1 - PromptShare));
        return (double)(tokens > 0
            ? tokens
            : price.Request + (price.ImageOutput ?? 0) + (price.Second ?? 0) + (price.Character ?? 0) + (price.Search ?? 0) + (price.AudioOutput ?? 0));
    }
}
