namespace Weir.RoutingLab;

/// <summary>One request on its way: calls endpoints as its strategy says, until one answers or nobody is left.</summary>
internal sealed class SimulatedRequest(VirtualTime time, ICalls calls, Tally tally, Random chance, double weight)
{
    private readonly TimeSpan _arrived = time.Now;
    private LabEndpoint? _asked;
    private Reply _reply;

    public void Go()
    {
        if (calls.Next() is not { } call)
        {
            return;
        }

        _asked = call.Endpoint;
        if (call.Wait > TimeSpan.Zero)
        {
            time.After(call.Wait, Ask);
            return;
        }

        Ask();
    }

    private void Ask()
    {
        _reply = _asked!.Ask(time.Now, weight, chance.NextDouble());
        tally.Asked(_asked, time.Now, _reply);
        time.After(_reply.After, Hear);
    }

    private void Hear()
    {
        if (_reply.Failure is not null)
        {
            calls.Failed(_asked!, _reply);
            Go();
            return;
        }

        calls.Answered(_asked!, _reply.After);
        tally.Answered(_asked!, _arrived, time.Now, weight);
        time.After(Traffic.Generation, () => calls.Ended(_asked!));
    }
}
