using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>The attempts of one request: each candidate of its plan is asked, until one begins to answer.</summary>
/// <remarks>
/// The only place where another endpoint is tried.
/// The order is the plan's, but an endpoint whose circuit is open comes last, and one that said when to come back is not asked before.
/// Used by one request, one call at a time. It can go on after an answer has begun, with another request: then that answer has broken.
/// </remarks>
public sealed class AttemptSequence
{
    // No provider begins to answer in less; timers may also fire a millisecond early.
    private static readonly TimeSpan LeastUseful = TimeSpan.FromMilliseconds(20);

    private readonly DispatchParts _parts;
    private readonly Admitted _admitted;
    private readonly CandidateCaller _caller;
    private readonly CandidateQueue _queue;
    private readonly HedgedCaller? _hedged;
    private readonly AttemptOptions _options;
    private readonly ImmutableArray<Attempt>.Builder _attempts = ImmutableArray.CreateBuilder<Attempt>();

    // Models that refused the request itself; the endpoints of two models may stand in turns.
    private readonly HashSet<ModelEntry> _refused = new(ReferenceEqualityComparer.Instance);

    // Candidates that were asked and failed by themselves.
    private readonly HashSet<Candidate> _failed = new(ReferenceEqualityComparer.Instance);

    private GatewayException? _unfetched;
    private Candidate? _answering;
    private AttemptFailure? _broken;
    private long _waitingSince;
    private bool _isOver;
    private bool _isWaiting;

    internal AttemptSequence(DispatchParts parts, Admitted admitted)
    {
        _parts = parts;
        _admitted = admitted;
        _options = parts.Options();
        _caller = new CandidateCaller(parts, admitted);
        _queue = new CandidateQueue(Plan, parts.Health, parts.Time);
        _hedged = HedgedCaller.Of(parts, _options, admitted, _caller, _queue);
    }

    /// <summary>All attempts so far, in the order in which they were decided: one that answers comes after one that was cancelled for it.</summary>
    public ImmutableArray<Attempt> Attempts => _attempts.ToImmutable();

    /// <summary>The request as it was asked for.</summary>
    public ModelRequest Request => _admitted.Routed.Prepared.Parsed.Request;

    private RoutePlan Plan => _admitted.Routed.Plan;

    private TimeSpan Left => _options.Total - _parts.Time.GetElapsedTime(_waitingSince);

    /// <summary>Asks the candidates that have not been asked yet until one begins to answer; null when none did.</summary>
    public Task<ILiveAnswer?> NextAsync() => NextAsync(_ => Request);

    /// <summary>The same with a request of each candidate's own; a candidate without one is passed over.</summary>
    /// <param name="requestOf">What to ask a candidate; null: it is not asked.</param>
    public async Task<ILiveAnswer?> NextAsync(Func<Candidate, ModelRequest?> requestOf)
    {
        RestartClock();
        while (!_isOver && Left > LeastUseful && _queue.Next() is { } candidate)
        {
            if (!_refused.Contains(candidate.Model) && requestOf(candidate) is { } request && await CallAsync(candidate, request, _hedged) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    /// <summary>Asks one candidate, wherever it stands in the plan; null when it did not begin to answer, and <see cref="Attempts"/> says why.</summary>
    /// <remarks>It is not asked, and leaves no attempt, while its provider wants no calls, or when no time is left.</remarks>
    /// <param name="candidate">Whom to ask.</param>
    /// <param name="request">What to ask.</param>
    public async Task<ILiveAnswer?> AskAsync(Candidate candidate, ModelRequest request)
    {
        RestartClock();
        return Left > LeastUseful && _parts.Health.RetryAfter(candidate) is null ? await CallAsync(candidate, request, hedged: null) : null;
    }

    /// <summary>Whether a candidate is worth asking to go on with an answer: one that has not failed in this request, nor is the one that broke off.</summary>
    public bool MayAsk(Candidate candidate) => !_failed.Contains(candidate) && !_refused.Contains(candidate.Model);

    /// <summary>The answer that was given last has broken off.</summary>
    public void BrokeOff(AttemptFailure failure)
    {
        _broken = failure;
        if (_answering is { } candidate)
        {
            _ = _failed.Add(candidate);
        }
    }

    /// <summary>Notes a candidate that was passed over, as an attempt that was not made.</summary>
    public void PassedOver(Candidate candidate, AttemptFailure why) => _attempts.Add(Attempt.Of(candidate, _parts.Time) with { Failure = why });

    /// <summary>The refusal of a request that no candidate answered.</summary>
    public GatewayException Failed()
    {
        // Where nobody was asked, the address that could not be fetched is the whole story.
        if (_attempts.Count == 0 && _unfetched is not null)
        {
            return _unfetched;
        }

        // Everybody said when to come back, and that is the answer: asking again would only make it later.
        if (_attempts.Count == 0)
        {
            _attempts.AddRange(_queue.HeldBack);
        }

        var attempts = Attempts;
        return new GatewayException(GatewayErrors.FromAttempts(attempts, Plan)) { Attempts = attempts };
    }

    private async Task<ILiveAnswer?> CallAsync(Candidate candidate, ModelRequest request, HedgedCaller? hedged)
    {
        try
        {
            var results = hedged?.Covers(candidate) == true
                ? hedged.CallAsync(candidate, request, () => Left)
                : _caller.CallAsync(candidate, request, () => Left);
            await foreach (var result in results)
            {
                Note(request, result);
                if (result.Answer is { } answer)
                {
                    return answer;
                }
            }
        }
        catch (GatewayException wrong)
        {
            // A candidate that fetches by itself may still take it.
            _unfetched ??= wrong;
        }

        return null;
    }

    private void Note(ModelRequest request, AttemptResult result)
    {
        var candidate = result.Candidate;
        _attempts.Add(result.Attempt);
        if (result.Attempt.Failure is { } failure)
        {
            _isOver |= failure.Fallback == FallbackScope.None || _admitted.Routed.Inbound.Client.IsGone;

            // One that was cancelled for another has not failed; a refusal of what another made of the request says nothing of the request.
            _ = !failure.IsCancelled && _failed.Add(candidate);
            _ = failure.Fallback == FallbackScope.NextModel && request == Request && _refused.Add(candidate.Model);
            return;
        }

        // Whoever answered before was replaced; the end of the last answer is told when all of it is known.
        if (_answering is { } replaced && _broken is { } why && HealthOutcomes.Of(why, status: null) is { } outcome)
        {
            _parts.Health.Ended(replaced, new HealthReport(outcome));
        }

        (_answering, _broken) = (candidate, null);
        _isWaiting = false;
    }

    // An answer may have taken any time; what is bounded is how long a client waits for one to begin.
    private void RestartClock()
    {
        if (!_isWaiting)
        {
            _isWaiting = true;
            _waitingSince = _parts.Time.GetTimestamp();
        }
    }
}
