using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Continuation;

/// <summary>Decides whether an answer that has begun is finished elsewhere when it breaks off.</summary>
/// <param name="standard">What holds for requests that do not say.</param>
/// <param name="time">Measures how long a part of an answer lasted.</param>
public sealed class ContinuationPolicy(Func<MidStreamPolicy> standard, TimeProvider time)
{
    /// <summary>The answer itself, or one that goes on elsewhere.</summary>
    /// <param name="answer">Has just begun, as the last attempt of the sequence.</param>
    /// <param name="admitted">The request.</param>
    /// <param name="sequence">Asks further candidates.</param>
    internal ILiveAnswer Guard(ILiveAnswer answer, Admitted admitted, AttemptSequence sequence)
    {
        var plan = admitted.Routed.Plan;
        return (plan.MidStream ?? standard()) == MidStreamPolicy.Continue && ContinuationRule.Allows(sequence.Request, admitted.Routed.Inbound.Operation)
            ? new ContinuedAnswer(answer, admitted, sequence, time)
            : answer;
    }
}
