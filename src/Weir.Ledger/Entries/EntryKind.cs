namespace Weir.Ledger.Entries;

/// <summary>What an entry of the ledger is.</summary>
public enum EntryKind
{
    /// <summary>Credits given by the operator.</summary>
    Grant,

    /// <summary>What a generation cost.</summary>
    Charge,

    /// <summary>A charge given back.</summary>
    Refund,
}
