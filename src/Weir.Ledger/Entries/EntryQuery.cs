namespace Weir.Ledger.Entries;

/// <summary>Which entries are read, the newest first.</summary>
public sealed record EntryQuery
{
    /// <summary>Null: all kinds.</summary>
    public EntryKind? Kind { get; init; }

    /// <summary>Only those that were written before this one; null: from the newest on.</summary>
    public long? BeforeId { get; init; }

    /// <summary>At most so many, 1 or more.</summary>
    public required int Limit { get; init; }
}
