using Weir.Gateway.Health;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>The candidates of a plan in the order in which they are asked, by what is known of them when their turn comes.</summary>
internal sealed class CandidateQueue(RoutePlan plan, HealthDirectory health, TimeProvider time)
{
    private readonly Queue<Candidate> _late = new();
    private readonly List<Attempt> _heldBack = [];
    private int _next;

    /// <summary>Those that were passed over because their provider wants no calls yet, as attempts that were not made.</summary>
    public IReadOnlyList<Attempt> HeldBack => _heldBack;

    /// <summary>Null when all have had their turn.</summary>
    public Candidate? Next()
    {
        while (_next < plan.Candidates.Length)
        {
            var candidate = plan.Candidates[_next++];
            if (health.RetryAfter(candidate) is { } wait)
            {
                _heldBack.Add(Attempt.Of(candidate, time) with { Failure = AttemptFailures.HeldBack(candidate, wait) });
            }
            else if (health.TryEnter(candidate))
            {
                return candidate;
            }
            else
            {
                _late.Enqueue(candidate);
            }
        }

        // An open circuit keeps requests away while there is another way; it never empties a plan.
        return _late.TryDequeue(out var last) ? last : null;
    }
}
