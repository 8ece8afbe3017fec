using System.Collections.Immutable;
using Weir.Gateway.Chat;
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
    private GatewayException? _unfetched;
    private long _waitingSince;
    private bool _isWaiting;

    internal AttemptSequence(DispatchParts parts, Admitted admitted)
    {
        _parts = parts;
        _admitted = admitted;
        _options = parts.Options();
        _caller = new CandidateCaller(parts, admitted);
        _queue = new CandidateQueue(Plan, parts.Health, parts.Time);
        _hedged = HedgedCaller.Of(parts, _options, admitted, _caller, _queue);
        Log = new AttemptLog(parts.Health, parts.Time);
    }

    /// <summary>All attempts so far, in the order in which they were decided.</summary>
    public ImmutableArray<Attempt> Attempts => Log.Attempts;

    /// <summary>The request as it was asked for.</summary>
    public ModelRequest Request => _admitted.Routed.Prepared.Parsed.Request;

    /// <summary>What came of the attempts so far.</summary>
    internal AttemptLog Log { get; }

    private RoutePlan Plan => _admitted.Routed.Plan;

    private TimeSpan Left => _options.Total - _parts.Time.GetElapsedTime(_waitingSince);

    /// <summary>Asks the candidates that have not been asked yet until one begins to answer; null when none did.</summary>
    public Task<ILiveAnswer?> NextAsync() => NextAsync(_ => Request);

    /// <summary>The same with a request of each candidate's own; a candidate without one is passed over.</summary>
    /// <param name="requestOf">What to ask a candidate; null: it is not asked.</param>
    public async Task<ILiveAnswer?> NextAsync(Func<Candidate, ModelRequest?> requestOf)
    {
        RestartClock();
        while (!Log.IsOver && Left > LeastUseful && _queue.Next() is { } candidate)
        {
            if (!Log.IsRefused(candidate) && requestOf(candidate) is { } request && await CallAsync(candidate, request, _hedged) is { } answer)
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

    /// <summary>The refusal of a request that no candidate answered.</summary>
    public GatewayException Failed()
    {
        // Where nobody was asked, the address that could not be fetched is the whole story.
        if (Attempts.IsEmpty && _unfetched is not null)
        {
            return _unfetched;
        }

        // Everybody said when to come back, and that is the answer: asking again would only make it later.
        if (Attempts.IsEmpty)
        {
            Log.PassedOver(_queue.HeldBack);
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
                Log.Note(result, isAsItCame: request == Request, isCallerGone: _admitted.Routed.Inbound.Client.IsGone);
                if (result.Answer is { } answer)
                {
                    _isWaiting = false;
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
