using Weir.Gateway.Catalog;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint that may answer, with everything it is put in order by. Of each place, the least stands first.</summary>
internal sealed class RouteOption(ModelChoice choice, EndpointEntry endpoint, int index)
{
    public ModelChoice Choice => choice;
    public ModelEntry Model => choice.Model;
    public EndpointEntry Endpoint => endpoint;

    /// <summary>Where it stands in the catalogue.</summary>
    public int Index => index;

    /// <summary>All places that are small numbers, the one that decides first in the highest bits: two endpoints are compared by one number.</summary>
    public ulong Places { get; set; }

    /// <summary>Its place in the list of who is tried first; <see cref="int.MaxValue"/>: it is not listed.</summary>
    public int Listed { get; set; } = int.MaxValue;

    /// <summary>0: it meets what is preferred; 1: nothing is known; 2: it does not.</summary>
    public int Preferred { get; set; }

    /// <summary>0: the tool calls of late were good; 1: nothing is known; 2: they were not.</summary>
    public int Quality { get; set; }

    /// <summary>What the request sorts by; 0 where it does not.</summary>
    public double Metric { get; set; }

    /// <summary>Dollars a token of prompt and answer together.</summary>
    public double Price { get; set; }

    /// <summary>0: well; 1: less often well than it should be; 2: an outage just now; 3: for fallback only.</summary>
    public int Health { get; private set; }

    public bool IsBlocked { get; private set; }

    /// <summary>Output tokens a second in the median; null: not measured.</summary>
    public double? Throughput { get; private set; }

    /// <summary>Seconds to the first token in the median; null: not measured.</summary>
    public double? Latency { get; private set; }

    /// <summary>Requests of the last half hour.</summary>
    public long Requests { get; private set; }

    /// <summary>Share of sound tool calls, 0 to 1; null: too few to tell.</summary>
    public double? ToolSuccess { get; private set; }

    public string Reason { get; set; } = "";

    /// <summary>Takes of what is known what the order is made of.</summary>
    /// <param name="vitals">As they are now.</param>
    /// <param name="preferences">Whose bounds of speed they are held against.</param>
    public void Learn(in EndpointVitals vitals, RoutePreferences preferences)
    {
        IsBlocked = vitals.IsBlocked;
        Health = vitals.Uptime == UptimeClass.Down ? 3 : vitals.IsUnstable ? 2 : vitals.Uptime == UptimeClass.Degraded ? 1 : 0;
        Throughput = vitals.Throughput?.P50;
        Latency = vitals.Latency?.P50;
        Requests = vitals.Requests;
        ToolSuccess = vitals.ToolSuccess;
        Preferred = Math.Max(
            preferences.MinThroughput is { } least ? (vitals.Throughput is { } speed ? (least.AtLeast(speed) ? 0 : 2) : 1) : 0,
            preferences.MaxLatency is { } most ? (vitals.Latency is { } delay ? (most.AtMost(delay) ? 0 : 2) : 1) : 0);
    }
}
