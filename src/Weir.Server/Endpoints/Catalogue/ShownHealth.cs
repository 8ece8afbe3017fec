using Microsoft.AspNetCore.Http;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Protocol.Models;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>What a reader is shown of the health of endpoints: speed only to those who have a key.</summary>
internal sealed class ShownHealth(HealthDirectory health, bool withSpeed)
{
    public static ShownHealth To(HttpContext context, Authorization authorization, HealthDirectory health) => new(health, authorization.Knows(context));

    /// <summary>Adds what is known of an endpoint to its record.</summary>
    public EndpointRecord Complete(EndpointRecord record, ModelEntry model, EndpointEntry endpoint) =>
        health.Statistics(model, endpoint) is not { } statistics ? record : record with
        {
            Status = StatusOf(statistics),
            UptimeLast5m = Percent(statistics.UptimeLast5Minutes),
            UptimeLast30m = Percent(statistics.UptimeLast30Minutes),
            UptimeLast1d = Percent(statistics.UptimeLastDay),
            LatencyLast30m = withSpeed ? Milliseconds(statistics.LatencyLast30Minutes) : null,
            ThroughputLast30m = withSpeed ? Rounded(statistics.ThroughputLast30Minutes, 1) : null,
        };

    /// <summary>0 normal, -1 asked later than others, -2 asked last.</summary>
    public static int StatusOf(EndpointStatistics statistics) => statistics switch
    {
        { IsCircuitOpen: true } or { Vitals.Uptime: UptimeClass.Down } => -2,
        { Vitals.IsUnstable: true } or { Vitals.Uptime: UptimeClass.Degraded } => -1,
        _ => 0,
    };

    public static double? Percent(double? share) => share is { } known ? Math.Round(known * 100, 2) : null;

    public static PercentileRecord? Milliseconds(Percentiles? seconds) => Rounded(seconds, 1000);

    /// <summary>Percentiles in another unit, to a tenth of it.</summary>
    public static PercentileRecord? Rounded(Percentiles? measured, double unit) => measured is not { } all ? null : new PercentileRecord
    {
        P50 = Math.Round(all.P50 * unit, 1),
        P75 = Math.Round(all.P75 * unit, 1),
        P90 = Math.Round(all.P90 * unit, 1),
        P99 = Math.Round(all.P99 * unit, 1),
    };
}
