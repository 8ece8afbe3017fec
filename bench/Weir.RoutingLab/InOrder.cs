namespace Weir.RoutingLab;

/// <summary>Asks each endpoint of an order once, until one answers; learns nothing of it.</summary>
internal sealed class InOrder(IReadOnlyList<LabEndpoint> endpoints, int first, Action<LabEndpoint, TimeSpan>? answered = null) : ICalls
{
    private int _asked;

    public Call? Next() => _asked == endpoints.Count ? null : new Call(endpoints[(first + _asked++) % endpoints.Count], TimeSpan.Zero);

    public void Answered(LabEndpoint endpoint, TimeSpan latency) => answered?.Invoke(endpoint, latency);

    public void Ended(LabEndpoint endpoint)
    {
    }

    public void Failed(LabEndpoint endpoint, Reply reply)
    {
    }
}
