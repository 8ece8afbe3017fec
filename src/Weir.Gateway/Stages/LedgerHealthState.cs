namespace Weir.Gateway.Stages;

/// <summary>Whether the ledger took the last record; while it does not, no request is let in whose record would be lost.</summary>
/// <param name="servesUnrecorded">Whether the operator wants requests served all the same; asked for each, because it may change.</param>
public sealed class LedgerHealthState(Func<bool> servesUnrecorded)
{
    private volatile bool _isFailing;

    /// <summary>Whether the ledger did not take the last record, and nothing has shown yet that it would take another.</summary>
    public bool IsFailing => _isFailing;

    /// <summary>Whether an answer is given although it is on no record.</summary>
    public bool ServesUnrecorded => servesUnrecorded();

    /// <summary>Whether a request may be let in now.</summary>
    public bool MayAdmit => !_isFailing || servesUnrecorded();

    /// <summary>A record could not be stored.</summary>
    public void CommitFailed() => _isFailing = true;

    /// <summary>A record was stored, or a write that shows that there is room for one.</summary>
    public void CommitSucceeded() => _isFailing = false;
}
