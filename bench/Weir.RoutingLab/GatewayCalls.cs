using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.RoutingLab;

/// <summary>The attempts of one request, as <see cref="AttemptSequence"/> and <see cref="CandidateCaller"/> make them, a step at a time.</summary>
internal sealed class GatewayCalls(
    RoutePlan plan,
    IReadOnlyDictionary<EndpointEntry, LabEndpoint> worlds,
    HealthDirectory health,
    VirtualTime time,
    Random random) : ICalls
{
    private static readonly AttemptOptions Options = new();

    private readonly TimeSpan _began = time.Now;
    private readonly CandidateQueue _candidates = new(plan, health, time);
    private Candidate? _candidate;
    private TimeSpan? _repeatAfter;
    private bool _isRepeated;

    private TimeSpan Left => Options.Total - (time.Now - _began);

    public Call? Next()
    {
        if (_repeatAfter is { } wait)
        {
            (_repeatAfter, _isRepeated) = (null, true);
            return new Call(worlds[_candidate!.Endpoint], wait);
        }

        _candidate = Left > TimeSpan.Zero ? _candidates.Next() : null;
        if (_candidate is null)
        {
            return null;
        }

        _isRepeated = false;
        health.Requested(_candidate);
        _ = health.Asked(_candidate, isStreamed: true);
        return new Call(worlds[_candidate.Endpoint], TimeSpan.Zero);
    }

    public void Answered(LabEndpoint endpoint, TimeSpan latency) => health.Began(_candidate!, latency, isFirstToken: true);

    public void Ended(LabEndpoint endpoint) =>
        health.Ended(_candidate!, new HealthReport(HealthOutcome.Success) { TokensPerSecond = Traffic.CompletionTokens / Traffic.Generation.TotalSeconds });

    public void Failed(LabEndpoint endpoint, Reply reply)
    {
        var attempt = AttemptOf(reply);
        health.Failed(_candidate!, attempt);
        if (!_isRepeated && RetryRule.WaitAfter(attempt, random) is { } wait && wait < Left && health.TryRetry(_candidate!))
        {
            _repeatAfter = wait;
        }
    }

    private Attempt AttemptOf(Reply reply) => Attempt.Of(_candidate!, time) with
    {
        StartedAt = time.GetUtcNow() - reply.After,
        Latency = reply.After,
        Status = StatusOf(reply),
        Failure = FailureOf(reply),
    };

    private AttemptFailure FailureOf(Reply reply) => StatusOf(reply) is { } status
        ? AttemptFailures.FromStatus(_candidate!, status, new UpstreamErrorBody(null, null), "", reply.RetryAfter)
        : new AttemptFailure
        {
            Code = reply.Failure == Failure.Silent ? GatewayErrorCode.Timeout : GatewayErrorCode.ProviderUnavailable,
            Message = "No answer.",
            Fallback = FallbackScope.NextEndpoint,
        };

    private static int? StatusOf(Reply reply) => reply.Failure switch
    {
        Failure.Broken => 500,
        Failure.Unavailable => 503,
        Failure.Limited => 429,
        _ => null,
    };
}
