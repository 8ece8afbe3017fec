using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>Whom to ask next to go on with an answer, and how: the candidates behind the one that began it, then those before it, each in the ways it can be asked.</summary>
/// <remarks>
/// Those before it that were passed over, or cancelled because it was quicker, have not failed, and are better than an error. Bounded by the plan: nobody
/// is asked twice in the same way.
/// </remarks>
internal sealed class ContinuationTurns
{
    private readonly RoutePlan _plan;
    private readonly Func<Candidate, bool> _mayAsk;
    private readonly Queue<ContinuationWay> _ways = new();
    private readonly int _first;
    private int _turn;

    /// <param name="plan">The candidates.</param>
    /// <param name="first">The one that began.</param>
    /// <param name="mayAsk">Whether one has not failed yet.</param>
    public ContinuationTurns(RoutePlan plan, Candidate first, Func<Candidate, bool> mayAsk)
    {
        _plan = plan;
        _mayAsk = mayAsk;
        while (_first < plan.Candidates.Length - 1 && !plan.Candidates[_first].IsSameAs(first))
        {
            _first++;
        }
    }

    private Candidate Current => _plan.Candidates[(_first + _turn) % _plan.Candidates.Length];

    /// <summary>The next turn; null when all have been asked.</summary>
    public (Candidate Candidate, ContinuationWay Way)? Next(ModelRequest request, AnswerTextState text)
    {
        while (_ways.Count == 0)
        {
            _turn++;
            if (_turn >= _plan.Candidates.Length)
            {
                return null;
            }

            foreach (var way in _mayAsk(Current) ? ContinuationRule.WaysOf(Current.Endpoint, request, text) : [])
            {
                _ways.Enqueue(way);
            }
        }

        return (Current, _ways.Dequeue());
    }

    /// <summary>The last turn came to nothing: unless it was the way of asking that failed, the endpoint is not asked again.</summary>
    /// <param name="failure">Why; null when it was not asked at all.</param>
    /// <param name="isOtherVersion">Whether it answered with something that does not join.</param>
    public void Leave(AttemptFailure? failure, bool isOtherVersion)
    {
        if (!isOtherVersion && failure is not ({ Fallback: FallbackScope.NextModel } or { IsUntranslatable: true }))
        {
            _ways.Clear();
        }
    }
}
