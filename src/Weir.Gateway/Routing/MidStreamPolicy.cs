namespace Weir.Gateway.Routing;

/// <summary>What happens when an upstream dies after the first event of its answer.</summary>
public enum MidStreamPolicy
{
    /// <summary>The stream ends with an error.</summary>
    Error,

    /// <summary>Another endpoint goes on where it stopped.</summary>
    Continue,
}
