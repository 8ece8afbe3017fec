using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Recording;

/// <summary>Whether the texts of an exchange may be kept: not where the request, a guardrail or the operator asks for zero data retention.</summary>
/// <param name="catalog">Has the operator's defaults.</param>
public sealed class RetentionRule(CatalogState catalog)
{
    /// <summary>Whether prompts and answers may stand in spans.</summary>
    /// <remarks>What ended before it was known who can answer belongs to no model: then it is enough that a guardrail asks for any.</remarks>
    public bool KeepsTexts(ExchangeRecord exchange)
    {
        if (exchange.Routed is { } routed)
        {
            return !routed.Plan.IsZeroRetention;
        }

        return exchange.Request is not { } request
            || !(catalog.Current.Routing.ZeroRetention || exchange.Restrictions.LimitRetention || PreferencesReader.AsksForZeroRetention(request));
    }
}
