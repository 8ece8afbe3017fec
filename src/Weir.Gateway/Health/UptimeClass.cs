namespace Weir.Gateway.Health;

/// <summary>How well an endpoint has answered of late.</summary>
/// <remarks>Source: the uptime classes of the routing documentation.</remarks>
public enum UptimeClass
{
    /// <summary>At least 95 %, or too few requests to say.</summary>
    Normal,

    /// <summary>80 % or more: lower priority.</summary>
    Degraded,

    /// <summary>Less than 80 %: for fallback only.</summary>
    Down,
}
