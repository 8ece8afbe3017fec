namespace Weir.RoutingLab;

/// <summary>How an endpoint is at one moment.</summary>
/// <param name="IsSick">Whether a wise gateway would ask somebody else.</param>
/// <param name="FailureShare">Share of requests that fail, 0 to 1.</param>
/// <param name="Failure">How they fail.</param>
/// <param name="Slowness">What its usual latency is multiplied by.</param>
internal readonly record struct Condition(bool IsSick, double FailureShare, Failure Failure, double Slowness)
{
    public static Condition Well { get; } = new(IsSick: false, FailureShare: 0, Failure.Broken, Slowness: 1);

    public static Condition Failing(Failure failure, double share = 1) => new(IsSick: true, share, failure, Slowness: 1);
}
