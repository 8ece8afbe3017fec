using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>Prices calls that others traced by the catalogue in force: by our slug, or by the name that the model has at its provider.</summary>
/// <remarks>Where a price depends on the hour, by the one at which they come.</remarks>
internal sealed class CataloguePricing(CatalogState catalog, TimeProvider time)
{
    // Of the snapshot it was made from; a new one when the catalogue changes.
    private volatile UpstreamNames _names = new(null, FrozenDictionary<string, EndpointEntry>.Empty);

    /// <summary>What a call costs, in nano-dollars; null when the catalogue does not have the model.</summary>
    public long? Price(SpanUse use)
    {
        var snapshot = catalog.Current;
        if (Find(snapshot, use) is not { } endpoint)
        {
            return null;
        }

        var usage = new TokenUsage
        {
            Prompt = use.PromptTokens,
            Completion = use.CompletionTokens,
            CacheRead = use.CacheReadTokens,
            CacheWrite = use.CacheWriteTokens,
            Reasoning = use.ReasoningTokens,
            IsEstimate = true,
        };
        try
        {
            return Charge.Of(usage, endpoint.Price.At(time.GetUtcNow())).Total.Nanos;
        }
        catch (OverflowException)
        {
            // Whatever a sender counts to is no cost.
            return null;
        }
    }

    private EndpointEntry? Find(CatalogSnapshot snapshot, SpanUse use)
    {
        if ((snapshot.Find(use.Model) ?? snapshot.Find($"{use.Provider}/{use.Model}")) is { Endpoints.IsEmpty: false } model)
        {
            return model.Endpoints.FirstOrDefault(endpoint => endpoint.Provider.Slug == use.Provider) ?? model.Endpoints[0];
        }

        var names = _names;
        if (names.Snapshot != snapshot)
        {
            _names = names = UpstreamNames.Of(snapshot);
        }

        return names.Endpoints.GetValueOrDefault($"{use.Provider}/{use.Model}");
    }

    private sealed record UpstreamNames(CatalogSnapshot? Snapshot, FrozenDictionary<string, EndpointEntry> Endpoints)
    {
        public static UpstreamNames Of(CatalogSnapshot snapshot) => new(
            snapshot,
            snapshot.Models.SelectMany(model => model.Endpoints)
                .DistinctBy(endpoint => $"{endpoint.Provider.Slug}/{endpoint.UpstreamModel}", StringComparer.Ordinal)
                .ToFrozenDictionary(endpoint => $"{endpoint.Provider.Slug}/{endpoint.UpstreamModel}", StringComparer.Ordinal));
    }
}
