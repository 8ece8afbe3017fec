using Weir.Ledger.Admission;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>Grants credits and gives charges back: first durably in the ledger, then in the balance that requests are let in by.</summary>
public sealed class CreditRegistrar(IEntryStore store, Guid workspaceId, AdmissionState admission, TimeProvider time)
{
    /// <summary>The account as it is now.</summary>
    public AccountTotals Account => admission.Account;

    /// <summary>Takes up what the ledger holds; at the start, before any request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        admission.Load(new AccountTotals(await store.ReadCreditsAsync(cancellationToken), await store.ReadChargedAsync(cancellationToken)));

    /// <summary>Takes up grants and refunds that another process wrote.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => admission.SetCredits(await store.ReadCreditsAsync(cancellationToken));

    public async Task<EntryRow> GrantAsync(Usd amount, string actor, string? note, CancellationToken cancellationToken)
    {
        var entry = new EntryRow
        {
            WorkspaceId = workspaceId,
            At = time.GetUtcNow(),
            Kind = EntryKind.Grant,
            Amount = amount,
            Actor = actor,
            Note = note,
        };
        entry = await store.AddEntryAsync(entry, cancellationToken);
        await RefreshAsync(cancellationToken);
        return entry;
    }
}
