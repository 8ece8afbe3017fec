using Weir.Gateway.Catalog;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint that may answer, with everything it is put in order by. Of each place, the least stands first.</summary>
internal sealed class RouteOption(ModelChoice choice, EndpointEntry endpoint, EndpointVitals vitals, int index)
{
    public ModelChoice Choice => choice;
    public ModelEntry Model => choice.Model;
    public EndpointEntry Endpoint => endpoint;
    public EndpointVitals Vitals => vitals;

    /// <summary>Where it stands in the catalogue.</summary>
    public int Index => index;

    /// <summary>Its place in the list of who is tried first; <see cref="int.MaxValue"/>: it is not listed.</summary>
    public int Listed { get; set; } = int.MaxValue;

    /// <summary>0: of the service tier that was asked for.</summary>
    public int Tier { get; set; }

    /// <summary>0: it meets what is preferred; 1: nothing is known; 2: it does not.</summary>
    public int Preferred { get; set; }

    /// <summary>0: the tool calls of late were good; 1: nothing is known; 2: they were not.</summary>
    public int Quality { get; set; }

    /// <summary>What the request sorts by; 0 where it does not.</summary>
    public double Metric { get; set; }

    /// <summary>Dollars a token of prompt and answer together.</summary>
    public double Price { get; set; }

    /// <summary>0: well; 1: less often well than it should be; 2: an outage just now; 3: for fallback only.</summary>
    public int Health { get; } = vitals switch
    {
        { Uptime: UptimeClass.Down } => 3,
        { IsUnstable: true } => 2,
        { Uptime: UptimeClass.Degraded } => 1,
        _ => 0,
    };

    public bool IsBlocked { get; } = vitals.IsBlocked;

    public bool IsOut => Health >= 2;

    public string Reason { get; set; } = "";
}
