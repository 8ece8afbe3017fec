namespace Weir.Gateway.Dispatch;

/// <summary>What an attempt came to: an answer that has begun, or a failure; exactly one of the two.</summary>
public sealed record AttemptResult(Attempt Attempt, ILiveAnswer? Answer);
