using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>What an attempt came to: an answer that has begun, or a failure; exactly one of the two.</summary>
/// <param name="Candidate">Who was asked.</param>
public sealed record AttemptResult(Candidate Candidate, Attempt Attempt, ILiveAnswer? Answer);
