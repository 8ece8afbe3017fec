using Weir.Gateway.Health;

namespace Weir.Gateway.Routing;

/// <summary>Bounds on points of a distribution; null: no bound there.</summary>
public readonly record struct PercentileBounds(double? P50, double? P75 = null, double? P90 = null, double? P99 = null)
{
    /// <summary>Whether every point that is bounded is at least its bound.</summary>
    public bool AtLeast(Percentiles measured) =>
        Reaches(measured.P50, P50) && Reaches(measured.P75, P75) && Reaches(measured.P90, P90) && Reaches(measured.P99, P99);

    /// <summary>Whether every point that is bounded is at most its bound.</summary>
    public bool AtMost(Percentiles measured) =>
        Stays(measured.P50, P50) && Stays(measured.P75, P75) && Stays(measured.P90, P90) && Stays(measured.P99, P99);

    private static bool Reaches(double measured, double? bound) => bound is not { } least || measured >= least;

    private static bool Stays(double measured, double? bound) => bound is not { } most || measured <= most;
}
