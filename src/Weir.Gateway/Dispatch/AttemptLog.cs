using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>What came of the attempts of one request: the record of each, who is not worth asking any more, and what health is still to be told.</summary>
internal sealed class AttemptLog(HealthDirectory health, TimeProvider time)
{
    private readonly ImmutableArray<Attempt>.Builder _attempts = ImmutableArray.CreateBuilder<Attempt>();

    // Models that refused the request itself; the endpoints of two models may stand in turns.
    private readonly HashSet<ModelEntry> _refused = new(ReferenceEqualityComparer.Instance);

    // Candidates that were asked and failed by themselves.
    private readonly HashSet<Candidate> _failed = new(ReferenceEqualityComparer.Instance);

    private Candidate? _answering;
    private AttemptFailure? _broken;

    /// <summary>All attempts so far, in the order in which they were decided: one that answers comes after one that was cancelled for it.</summary>
    public ImmutableArray<Attempt> Attempts => _attempts.ToImmutable();

    /// <summary>Whether nobody is left to answer: the caller is gone.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether a candidate's model has refused the request.</summary>
    public bool IsRefused(Candidate candidate) => _refused.Contains(candidate.Model);

    /// <summary>Whether a candidate is worth asking to go on with an answer: one that has not failed in this request, nor is the one that broke off.</summary>
    public bool MayAsk(Candidate candidate) => !_failed.Contains(candidate) && !IsRefused(candidate);

    /// <summary>Takes an attempt in.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="isAsItCame">Whether it was asked what the caller asked, and not what another made of it.</param>
    /// <param name="isCallerGone">Whether the caller has left by now.</param>
    public void Note(AttemptResult result, bool isAsItCame, bool isCallerGone)
    {
        _attempts.Add(result.Attempt);
        if (result.Attempt.Failure is { } failure)
        {
            IsOver |= failure.Fallback == FallbackScope.None || isCallerGone;

            // One that was cancelled for another has not failed; a refusal of what another made of the request says nothing of the request.
            _ = !failure.IsCancelled && _failed.Add(result.Candidate);
            _ = failure.Fallback == FallbackScope.NextModel && isAsItCame && _refused.Add(result.Candidate.Model);
            return;
        }

        // Whoever answered before was replaced; the end of the last answer is told when all of it is known.
        if (_answering is { } replaced && _broken is { } why && HealthOutcomes.Of(why, status: null) is { } outcome)
        {
            health.Ended(replaced, new HealthReport(outcome));
        }

        (_answering, _broken) = (result.Candidate, null);
    }

    /// <summary>Notes candidates that were passed over, as attempts that were not made.</summary>
    public void PassedOver(IEnumerable<Attempt> attempts) => _attempts.AddRange(attempts);

    /// <summary>Notes a candidate that was passed over, as an attempt that was not made.</summary>
    public void PassedOver(Candidate candidate, AttemptFailure why) => _attempts.Add(Attempt.Of(candidate, time) with { Failure = why });

    /// <summary>The answer that was given last has broken off.</summary>
    public void BrokeOff(AttemptFailure why)
    {
        _broken = why;
        _ = _answering is { } candidate && _failed.Add(candidate);
    }
}
