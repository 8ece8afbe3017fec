namespace Weir.RoutingLab;

/// <summary>Who answered soonest of late first; the next soonest when it fails. Whom it has not tried it tries.</summary>
internal sealed class LeastLatency(IReadOnlyList<LabEndpoint> endpoints) : IStrategy
{
    // About the last twenty answers count.
    private const double Share = 0.05;

    private readonly double[] _seconds = new double[endpoints.Count];

    public string Name => "least latency";

    public ICalls Begin()
    {
        var order = endpoints.ToArray();
        Array.Sort(order, (a, b) => _seconds[a.Index].CompareTo(_seconds[b.Index]));
        return new InOrder(order, first: 0, Learn);
    }

    private void Learn(LabEndpoint endpoint, TimeSpan latency)
    {
        var known = _seconds[endpoint.Index];
        _seconds[endpoint.Index] = known == 0 ? latency.TotalSeconds : known + (Share * (latency.TotalSeconds - known));
    }
}
