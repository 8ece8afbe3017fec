namespace Weir.Gateway.Health;

/// <summary>What a call came to, as far as it says something about its endpoint.</summary>
/// <remarks>Source: what counts as an error, and what is left out, in the uptime classes of the routing documentation.</remarks>
public enum HealthOutcome
{
    /// <summary>A whole answer.</summary>
    Success,

    /// <summary>No answer, a broken one, or one of the provider's own errors: 5xx, time-outs, connections.</summary>
    Outage,

    /// <summary>The provider takes our calls, but not this one: a credential or a model that is not there (401, 402, 404).</summary>
    Fault,

    /// <summary>403: says nothing about uptime, but asking again is pointless.</summary>
    Forbidden,

    /// <summary>429: too many requests.</summary>
    RateLimited,

    /// <summary>The request was at fault: the endpoint is there.</summary>
    Refused,
}
