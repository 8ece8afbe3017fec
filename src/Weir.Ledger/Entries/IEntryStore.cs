using Weir.Ledger.Reconciliation;
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

    /// <summary>Adds a grant.</summary>
    /// <returns>It, with its number.</returns>
    /// <exception cref="IOException">It could not be made durable; nothing was written.</exception>
    ValueTask<EntryRow> AddEntryAsync(EntryRow entry, CancellationToken cancellationToken);

    /// <summary>Gives a charge back, or a part of it, and takes it off the day that the charge belongs to: all or nothing.</summary>
    /// <param name="draft">What.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It could not be made durable; nothing was written.</exception>
    ValueTask<RefundResult> RefundAsync(RefundDraft draft, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The refunds whose entries are newer than one, oldest first.</summary>
    /// <param name="afterEntryId">Its number; 0: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<RefundedCharge>> ReadRefundsAsync(long afterEntryId, CancellationToken cancellationToken);

    /// <summary>What models cost, by day and model; at most <paramref name="limit"/> rows.</summary>
    ValueTask<IReadOnlyList<DailyCost>> ReadCostsAsync(CostQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>The newest entries, at most <paramref name="limit"/>, newest first.</summary>
    ValueTask<IReadOnlyList<EntryRow>> ReadLatestEntriesAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Entries by their numbers, the newest first.</summary>
    ValueTask<IReadOnlyList<EntryRow>> ReadEntriesAsync(EntryQuery query, CancellationToken cancellationToken);

    /// <summary>The ledger's money, added up from every place it is kept in. Reads everything: not for the path of a request.</summary>
    ValueTask<LedgerSums> ReadSumsAsync(CancellationToken cancellationToken);
}
