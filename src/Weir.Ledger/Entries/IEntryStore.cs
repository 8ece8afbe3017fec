using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>Persistence of grants and refunds, and the sums of all money.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IEntryStore
{
    /// <summary>Grants and refunds, in sums.</summary>
    ValueTask<Credits> ReadCreditsAsync(CancellationToken cancellationToken);

    /// <summary>The sum of all charges, as a number above zero.</summary>
    ValueTask<Usd> ReadChargedAsync(CancellationToken cancellationToken);

    /// <summary>Adds a grant, or a refund of a generation's charge.</summary>
    /// <returns>It, with its number.</returns>
    /// <exception cref="IOException">It could not be made durable, or that charge has been given back before; nothing was written.</exception>
    ValueTask<EntryRow> AddEntryAsync(EntryRow entry, CancellationToken cancellationToken);

    /// <summary>The newest entries, at most <paramref name="limit"/>, newest first.</summary>
    ValueTask<IReadOnlyList<EntryRow>> ReadLatestEntriesAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The ledger's money, added up from every place it is kept in. Reads everything: not for the path of a request.</summary>
    ValueTask<LedgerSums> ReadSumsAsync(CancellationToken cancellationToken);
}
