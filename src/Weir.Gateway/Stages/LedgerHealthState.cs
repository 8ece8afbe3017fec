namespace Weir.Gateway.Stages;

/// <summary>Whether the ledger took the last record; while it does not, no request is let in whose record would be lost.</summary>
public sealed class LedgerHealthState(TimeProvider time)
{
    // After this long one request is let through to find out whether the disk is back.
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private long _failedAt;

    /// <summary>Whether a request may be let in now.</summary>
    public bool MayAdmit => Volatile.Read(ref _failedAt) is var failed && (failed == 0 || time.GetElapsedTime(failed) >= ProbeEvery);

    public void CommitFailed() => Volatile.Write(ref _failedAt, Math.Max(1, time.GetTimestamp()));

    public void CommitSucceeded() => Volatile.Write(ref _failedAt, 0);
}
