namespace Weir.Gateway.Stages;

/// <summary>Whether the ledger took the last record; while it does not, no request is let in whose record would be lost.</summary>
public sealed class LedgerHealthState(TimeProvider time)
{
    // After this long one request is let through to find out whether the disk is back.
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private long _failedAt;

    /// <summary>Whether a request may be let in now.</summary>
    public bool MayAdmit => IsOpen(Volatile.Read(ref _failedAt));

    /// <summary>Lets a request in, or not; after a failed commit one a second, to find out.</summary>
    public bool TryAdmit()
    {
        var failed = Volatile.Read(ref _failedAt);
        return IsOpen(failed) && (failed == 0 || Interlocked.CompareExchange(ref _failedAt, Now, failed) == failed);
    }

    public void CommitFailed() => Volatile.Write(ref _failedAt, Now);

    public void CommitSucceeded() => Volatile.Write(ref _failedAt, 0);

    // 0 means that nothing failed.
    private long Now => Math.Max(1, time.GetTimestamp());

    private bool IsOpen(long failed) => failed == 0 || time.GetElapsedTime(failed) >= ProbeEvery;
}
