namespace Weir.RoutingLab;

/// <summary>Counts what becomes of the requests of one run.</summary>
internal sealed class Tally(Scenario scenario, IReadOnlyList<LabEndpoint> endpoints)
{
    // Long enough to smooth quiet traffic, short against an outage.
    private const int RecoverySeconds = 10;

    private readonly List<float> _added = [];
    private readonly int[] _sickRequests = new int[endpoints.Count];
    private readonly int[] _sickCalls = new int[endpoints.Count];
    private readonly int[] _vainCalls = new int[endpoints.Count];
    private readonly int[] _callsASecond = new int[(int)scenario.Length.TotalSeconds + 1];
    private long _requests;
    private long _answers;
    private long _calls;
    private double _cost;

    /// <summary>A request comes in.</summary>
    public void Arrived(TimeSpan now)
    {
        _requests++;
        foreach (var endpoint in endpoints)
        {
            _sickRequests[endpoint.Index] += endpoint.IsSick(now) ? 1 : 0;
        }
    }

    public void Asked(LabEndpoint endpoint, TimeSpan now, Reply reply)
    {
        _calls++;
        var isSick = endpoint.IsSick(now);
        _sickCalls[endpoint.Index] += isSick ? 1 : 0;
        _vainCalls[endpoint.Index] += isSick && reply.Failure is not null ? 1 : 0;
        if (endpoint.Index == 0 && (int)now.TotalSeconds < _callsASecond.Length)
        {
            _callsASecond[(int)now.TotalSeconds]++;
        }
    }

    public void Answered(LabEndpoint endpoint, TimeSpan arrived, TimeSpan now, double weight)
    {
        _answers++;
        var (soonest, cheapest) = BestPossible(arrived, weight);
        _added.Add((float)Math.Max(0, (now - arrived).TotalSeconds - soonest));
        _cost += endpoint.Cost / cheapest;
    }

    public Measurement Measure(string strategy)
    {
        _added.Sort();
        return new Measurement
        {
            Scenario = scenario.Name,
            Strategy = strategy,
            Requests = _requests,
            Success = (double)_answers / _requests,
            AddedP50 = At(0.5),
            AddedP99 = At(0.99),
            Cost = _answers == 0 ? 0 : _cost / _answers,
            Calls = (double)_calls / _requests,
            SickLoad = Worst(_sickCalls),
            ExtraCalls = Worst(_vainCalls),
            BackAfter = BackAfter(),
        };
    }

    // What a gateway that knows everything would have chosen for speed, and what for money.
    private (double Soonest, double Cheapest) BestPossible(TimeSpan arrived, double weight)
    {
        var (soonest, cheapest) = (double.MaxValue, double.MaxValue);
        foreach (var endpoint in endpoints)
        {
            if (!endpoint.IsSick(arrived))
            {
                soonest = Math.Min(soonest, endpoint.LatencyOf(arrived, weight));
                cheapest = Math.Min(cheapest, endpoint.Cost);
            }
        }

        return (soonest, cheapest);
    }

    private double At(double share) => _added.Count == 0 ? 0 : _added[Math.Min(_added.Count - 1, (int)(share * _added.Count))];

    // Of the endpoint that suffers most, for each request that came in while it was sick.
    private double Worst(int[] calls) => calls.Zip(_sickRequests, (made, requests) => requests == 0 ? 0 : (double)made / requests).Max();

    // Seconds until the endpoint has half the calls again that it had before.
    private double? BackAfter()
    {
        if (scenario.Recovery is not { } recovery)
        {
            return null;
        }

        var before = _callsASecond[..(int)scenario.Outbreak.TotalSeconds].Average();
        for (var second = (int)recovery.TotalSeconds; second + RecoverySeconds < _callsASecond.Length; second++)
        {
            if (_callsASecond[second..(second + RecoverySeconds)].Average() >= before / 2)
            {
                return second - recovery.TotalSeconds;
            }
        }

        return (scenario.Length - recovery).TotalSeconds;
    }
}
