using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>An answer that another endpoint finishes when the one that began it breaks off.</summary>
/// <remarks>
/// Whoever reads it sees one stream. Text passes a word late, so that what breaks off within a word can be joined; everything else passes as it is.
/// Each candidate of the plan is asked once for each way it can be asked, those that failed not at all.
/// </remarks>
internal sealed class ContinuedAnswer : ILiveAnswer
{
    private readonly Admitted _admitted;
    private readonly AttemptSequence _sequence;
    private readonly TimeProvider _time;
    private readonly ModelRequest _request;
    private readonly SpliceState _spliced;
    private readonly List<PartState> _parts = [];
    private readonly ContinuationTurns _turns;
    private readonly ContinuationHold _hold;
    private AttemptFailure? _cause;
    private bool _isOver;
    private bool _isUnaffordable;
    private bool _isAbandoned;
    private long _partStarted;

    /// <param name="first">An answer that has just begun, the last attempt of the sequence.</param>
    /// <param name="admitted">The request.</param>
    /// <param name="sequence">Asks further candidates.</param>
    /// <param name="time">Measures how long a part lasted.</param>
    public ContinuedAnswer(ILiveAnswer first, Admitted admitted, AttemptSequence sequence, TimeProvider time)
    {
        _admitted = admitted;
        _sequence = sequence;
        _time = time;
        _request = sequence.Request;
        _spliced = new SpliceState(_request);
        _turns = new ContinuationTurns(admitted.Routed.Plan, first.Candidate, sequence.Log.MayAsk);
        _hold = new ContinuationHold(admitted);
        Begin(new PartState(first, _request, way: null, sequence.Attempts.Length - 1));
    }

    /// <summary>The endpoint that answers now; at the end, the one that ended the answer.</summary>
    public Candidate Candidate => Current.Answer.Candidate;

    /// <inheritdoc/>
    public AnswerHistory? History => _parts.Count == 1 && Current.Broken is null
        ? null
        : AnswerHistory.Of(_sequence.Attempts, _parts);

    private PartState Current => _parts[^1];

    /// <inheritdoc/>
    public async ValueTask<AnswerStep> NextAsync()
    {
        while (true)
        {
            if (_spliced.TryTake(out var ready))
            {
                return AnswerStep.Next(ready);
            }

            if (_isOver)
            {
                return AnswerStep.End;
            }

            var step = await Current.Answer.NextAsync();
            if (FailureOf(step) is { } failure)
            {
                // What an endpoint said that could not be joined on is not what the client's stream broke of.
                _cause = _cause is not null && Current.Seam is { IsClosed: false } ? _cause : failure;
                if (!await GoOnAsync(failure))
                {
                    return _isAbandoned ? AnswerStep.Abandoned : AnswerStep.BrokenBy(Told(_cause));
                }
            }
            else if (step.Event is null or { Kind: StreamEventKind.End })
            {
                return step;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Current.DisposeAsync();

    // Takes a step in; what it gives waits in line.
    private AttemptFailure? FailureOf(AnswerStep step)
    {
        if (step.IsAbandoned || Current.IsFinished)
        {
            _spliced.Pass(Current, step);
            return null;
        }

        return step.Event is { Kind: StreamEventKind.Chunk } chunk ? _spliced.Take(Current, chunk) : step.Broken ?? AttemptFailures.Cut(Candidate);
    }

    private async Task<bool> GoOnAsync(AttemptFailure failure)
    {
        var client = _admitted.Routed.Inbound.Client;
        Current.Broken = (failure, _time.GetElapsedTime(_partStarted));
        _sequence.Log.BrokeOff(failure);
        _turns.Leave(failure, isOtherVersion: Current.Seam is { IsOtherVersion: true });

        // A provider that refuses what is asked has not failed; it would be asked around.
        if (client.IsGone || _spliced.HasMore || _spliced.Text.IsTooLong || failure.Fallback != FallbackScope.NextEndpoint)
        {
            return false;
        }

        if (LeftOfLimit() is <= 0)
        {
            // An answer that broke off where the caller's limit ends it anyway is complete as far as it may be.
            _spliced.End(FinishReasons.Length);
            _isOver = true;
            return true;
        }

        await Current.DisposeAsync();
        while (_turns.Next(_request, _spliced.Text) is var (candidate, way))
        {
            if (await TryAsync(candidate, way))
            {
                return true;
            }

            _isAbandoned = client.IsGone;
            if (_isAbandoned)
            {
                return false;
            }
        }

        return false;
    }

    // The break is what happened; that the caller's own limits kept others from going on is theirs to mend.
    private AttemptFailure Told(AttemptFailure cause) => _isUnaffordable
        ? cause with { Message = $"{cause.Message} Another endpoint could have gone on, but that can cost more than may still be spent." }
        : cause;

    private async Task<bool> TryAsync(Candidate candidate, ContinuationWay way)
    {
        var request = way == ContinuationWay.Anew ? _request : ContinuationRequest.Of(_request, way, Seam.BaseOf(way, _spliced.Text), LeftOfLimit());
        if (!_hold.TryRaise(_parts, candidate, request))
        {
            _isUnaffordable = true;
            _sequence.Log.PassedOver(candidate, AttemptFailures.Unaffordable(candidate));
            _turns.Leave(failure: null, isOtherVersion: false);
            return false;
        }

        var before = _sequence.Attempts.Length;
        if (await _sequence.AskAsync(candidate, request) is { } answer)
        {
            Begin(new PartState(answer, request, way, _sequence.Attempts.Length - 1) { Seam = SeamOf(way) });
            return true;
        }

        _turns.Leave(_sequence.Attempts.Length > before ? _sequence.Attempts[^1].Failure : null, isOtherVersion: false);
        return false;
    }

    private void Begin(PartState part)
    {
        _parts.Add(part);
        _partStarted = _time.GetTimestamp();
    }

    private Seam? SeamOf(ContinuationWay way)
    {
        if (way != ContinuationWay.Anew)
        {
            return new Seam(way, _spliced.Text);
        }

        _spliced.Text.Drop();
        return null;
    }

    private long? LeftOfLimit() => ContinuationRequest.LeftOf(_request, _spliced.Text.Received, Candidate);
}
