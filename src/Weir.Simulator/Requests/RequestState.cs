namespace Weir.Simulator.Requests;

/// <summary>The mutable side of one <see cref="SimulatedRequest"/>: written by the request, read by whoever asks.</summary>
internal sealed class RequestState(SimulatedRequest begun)
{
    private readonly Lock _gate = new();
    private SimulatedRequest _current = begun;

    public SimulatedRequest Snapshot()
    {
        lock (_gate)
        {
            return _current;
        }
    }

    public void Describe(string? model, bool streamed) => Change(request => request with { Model = model, Streamed = streamed });

    public void Begin(int status) => Change(request => request with { Status = status });

    public void AddTokens(int count) => Change(request => request with { TokensSent = request.TokensSent + count });

    public void End(SimulatedOutcome outcome) => Change(request => request with { Outcome = outcome });

    private void Change(Func<SimulatedRequest, SimulatedRequest> change)
    {
        lock (_gate)
        {
            _current = change(_current);
        }
    }
}
