using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Reads the time that a query is about, and how long it may be for what is asked.</summary>
internal static class AnalyticsRange
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestFine = TimeSpan.FromDays(31);

    /// <summary>What <c>time_range</c> says: usually the last seven days.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static (DateTimeOffset From, DateTimeOffset Until) Read(ManagementBody body, DateTimeOffset now)
    {
        if (body.Object("time_range") is not { } range)
        {
            return (now - Usual, now);
        }

        range.Allow("start", "end");
        var from = range.Time("start") ?? throw Refusal.Invalid("'time_range.start' is missing; for example 2027-01-01T00:00:00Z.");
        var until = range.Time("end") ?? throw Refusal.Invalid("'time_range.end' is missing; for example 2027-01-08T00:00:00Z.");
        return from < until ? (from, until) : throw Refusal.Invalid("'time_range.start' must be before 'time_range.end'.");
    }

    /// <summary>Ends the request when it asks for more than is worked out at once.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static void RequireShort(UsageQuery query)
    {
        var range = query.Until - query.From;
        var isFine = query.By.Any(UsageDimensions.IsFine) || query.Filters.Any(filter => UsageDimensions.IsFine(filter.Dimension));
        if (range > LongestFine && (isFine || !query.Times.IsEmpty))
        {
            throw Refusal.Invalid(
                "'time_range' can be 31 days at most with latency, duration or throughput, and with generation_id, external_user, session_id or origin. "
                + "Shorten it, or ask for others.");
        }

        var window = query.Granularity switch
        {
            UsageGranularity.Minute => TimeSpan.FromMinutes(1),
            UsageGranularity.Hour => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        if (query.Granularity != UsageGranularity.None && range / window > AnalyticsBody.MostRows)
        {
            throw Refusal.Invalid($"'time_range' has more than {AnalyticsBody.MostRows} windows of that granularity. Shorten it, or take a coarser one.");
        }
    }
}
