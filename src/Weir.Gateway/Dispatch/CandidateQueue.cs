using Weir.Gateway.Health;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>The candidates of a plan in the order in which they are asked, by what is known of them when their turn comes.</summary>
internal sealed class CandidateQueue(RoutePlan plan, HealthDirectory health, TimeProvider time)
{
    private readonly Queue<Candidate> _late = new();
    private readonly List<Attempt> _heldBack = [];
    private int _next;

    // Asked out of its turn; there is one at most.
    private Candidate? _taken;

    /// <summary>Those that were passed over because their provider wants no calls yet, as attempts that were not made.</summary>
    public IReadOnlyList<Attempt> HeldBack => _heldBack;

    /// <summary>Null when all have had their turn.</summary>
    public Candidate? Next()
    {
        while (_next < plan.Candidates.Length)
        {
            var candidate = plan.Candidates[_next++];
            if (ReferenceEquals(candidate, _taken))
            {
                continue;
            }

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

    /// <summary>The next candidate that may be asked the same at the same time; null when there is none. It stays in line until it is taken.</summary>
    /// <remarks>
    /// One of the same model: another model is for a failure, not for a pause. Its provider must stop when it is cancelled, and it must be well: a
    /// second call is no way to try an endpoint that failed.
    /// </remarks>
    /// <param name="first">Who is being asked.</param>
    public Candidate? Beside(Candidate first)
    {
        for (var at = _next; at < plan.Candidates.Length; at++)
        {
            var candidate = plan.Candidates[at];
            if (ReferenceEquals(candidate.Model, first.Model) && candidate.Endpoint.Provider.SupportsCancellation && health.IsWell(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Takes one out of the line. Once.</summary>
    public void Take(Candidate candidate) => _taken = candidate;
}
