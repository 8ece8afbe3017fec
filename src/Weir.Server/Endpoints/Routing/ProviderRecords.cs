using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Ledger.Providers;
using Weir.Protocol.Primitives;
using Weir.Protocol.Routing;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Routing;

/// <summary>Shows the providers of a catalogue with their switches and the health of their endpoints as wire records.</summary>
internal sealed class ProviderRecords(HealthDirectory health)
{
    /// <summary>Every provider, by name.</summary>
    /// <param name="snapshot">The catalogue.</param>
    /// <param name="off">Those that are switched off.</param>
    /// <param name="withHost">Whether the reader may know where they are.</param>
    public ProviderStatusRecord[] All(CatalogSnapshot snapshot, FrozenDictionary<string, ProviderSwitch> off, bool withHost) =>
    [
        .. RowsOf(snapshot).GroupBy(row => row.Endpoint.Provider.Slug, StringComparer.Ordinal)
            .Select(rows => RecordOf([.. rows], off.GetValueOrDefault(rows.Key), withHost))
            .OrderBy(record => record.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>One of them; null when the catalogue has none such.</summary>
    public ProviderStatusRecord? Find(CatalogSnapshot snapshot, string slug, FrozenDictionary<string, ProviderSwitch> off)
    {
        (ModelEntry Model, EndpointEntry Endpoint, EndpointStatistics? Statistics)[] rows = [.. RowsOf(snapshot).Where(row => row.Endpoint.Provider.Slug == slug)];
        return rows.Length == 0 ? null : RecordOf(rows, off.GetValueOrDefault(slug), withHost: true);
    }

    private IEnumerable<(ModelEntry Model, EndpointEntry Endpoint, EndpointStatistics? Statistics)> RowsOf(CatalogSnapshot snapshot) =>
        from model in snapshot.Models
        from endpoint in model.Endpoints
        select (model, endpoint, health.Statistics(model, endpoint));

    private static ProviderStatusRecord RecordOf((ModelEntry Model, EndpointEntry Endpoint, EndpointStatistics? Statistics)[] rows, ProviderSwitch? off, bool withHost)
    {
        var provider = rows[0].Endpoint.Provider;
        EndpointStatistics[] known = [.. rows.Select(row => row.Statistics).OfType<EndpointStatistics>()];
        var busiest = known.MaxBy(statistics => statistics.Vitals.Requests);
        return new ProviderStatusRecord
        {
            Slug = provider.Slug,
            Name = provider.Name,
            IsEnabled = off is null,
            DisabledAt = off is null ? null : WireTime.Format(off.At),
            DisabledReason = off?.Reason,
            IsByokOnly = provider.IsByokOnly,
            Host = withHost ? provider.BaseUrl.Host : null,
            Models = rows.Select(row => row.Model).Distinct().Count(),
            Endpoints = rows.Length,
            OpenCircuits = known.Count(statistics => statistics.IsCircuitOpen),
            RequestsLast30m = known.Sum(statistics => statistics.Vitals.Requests),
            UptimeLast30m = ShownHealth.Percent(UptimeOf(known)),
            LatencyLast30m = ShownHealth.Milliseconds(busiest?.LatencyLast30Minutes),
            ThroughputLast30m = ShownHealth.Rounded(busiest?.ThroughputLast30Minutes, 1),
            PrivacyPolicyUrl = provider.Profile.PrivacyPolicyUrl,
            TermsOfServiceUrl = provider.Profile.TermsOfServiceUrl,
            StatusPageUrl = provider.Profile.StatusPageUrl,
            DataPolicy = new ProviderDataPolicyRecord
            {
                Training = provider.DataPolicy.Training,
                RetainsPrompts = provider.DataPolicy.RetainsPrompts,
                RetentionDays = provider.DataPolicy.RetentionDays,
                Zdr = provider.DataPolicy.Zdr,
            },
        };
    }

    // Of endpoints without requests nothing is known, and an idle one must not hide that a busy one fails.
    private static double? UptimeOf(EndpointStatistics[] known)
    {
        EndpointStatistics[] asked = [.. known.Where(statistics => statistics is { UptimeLast30Minutes: not null, Vitals.Requests: > 0 })];
        var requests = asked.Sum(statistics => statistics.Vitals.Requests);
        return requests == 0 ? null : asked.Sum(statistics => statistics.UptimeLast30Minutes!.Value * statistics.Vitals.Requests) / requests;
    }
}
