namespace Weir.Gateway.Dispatch;

/// <summary>Which failures are worth a second try at the same endpoint, and after how long.</summary>
/// <remarks>A call that may have been executed is repeated here only: after a connection that broke before any answer, and a 500.</remarks>
internal static class RetryRule
{
    private const int BackoffMs = 100;
    private static readonly TimeSpan LongestHint = TimeSpan.FromSeconds(3);

    /// <summary>How long to wait; null when the next candidate is to be asked at once.</summary>
    public static TimeSpan? WaitAfter(Attempt failed, Random random) => failed switch
    {
        { Status: 429, Failure.RetryAfter: { } hint } => hint <= LongestHint ? hint : null,
        { Status: 500 } or { Failure.IsReset: true } => TimeSpan.FromMilliseconds(BackoffMs * random.NextDouble()),
        _ => null,
    };
}
