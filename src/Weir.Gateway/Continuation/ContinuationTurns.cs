using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>Whom to ask next to go on with an answer, and how: the candidates behind the one that began it, each in the ways it can be asked.</summary>
/// <remarks>Bounded by the plan: nobody is asked twice in the same way.</remarks>
internal sealed class ContinuationTurns
{
    private readonly RoutePlan _plan;
    private readonly Queue<ContinuationWay> _ways = new();
    private int _at;

    public ContinuationTurns(RoutePlan plan, Candidate first)
    {
        _plan = plan;
        while (_at < plan.Candidates.Length && !plan.Candidates[_at].IsSameAs(first))
        {
            _at++;
        }
    }

    /// <summary>The next turn; null when all have been asked.</summary>
    public (Candidate Candidate, ContinuationWay Way)? Next(ModelRequest request, AnswerTextState text)
    {
        while (_ways.Count == 0)
        {
            _at++;
            if (_at >= _plan.Candidates.Length)
            {
                return null;
            }

            foreach (var way in ContinuationRule.WaysOf(_plan.Candidates[_at].Endpoint, request, text))
            {
                _ways.Enqueue(way);
            }
        }

        return (_plan.Candidates[_at], _ways.Dequeue());
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
