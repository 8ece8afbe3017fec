using Weir.Ledger.Admission;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>Grants credits and gives charges back: first durably in the ledger, then in the balance and the limits that requests are let in by.</summary>
public sealed class CreditRegistrar(
    IEntryStore store, Guid workspaceId, AdmissionState admission, KeyDirectory keys, WorkspaceDirectory workspaces, TimeProvider time,
    GuardrailDirectory? guardrails = null) : IDisposable
{
    // One look at a time: a refund is taken off once.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _lastRefund;
    private Usd _refunded;

    /// <summary>The account as it is now.</summary>
    public AccountTotals Account => admission.Account;

    /// <summary>Takes up what the ledger holds; at the start, before any request, and after keys and workspaces.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        // Keys and workspaces were read before with what had been given back: a refund in between is missed, never taken off twice.
        var refunds = await store.ReadRefundsAsync(0, cancellationToken);
        _lastRefund = refunds.Count == 0 ? 0 : refunds[^1].EntryId;
        var credits = await store.ReadCreditsAsync(cancellationToken);
        _refunded = credits.Refunded;
        admission.Load(new AccountTotals(credits, await store.ReadChargedAsync(cancellationToken)));
    }

    /// <summary>Takes up grants and refunds that another process wrote.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var credits = await store.ReadCreditsAsync(cancellationToken);
            admission.SetCredits(credits);
            if (credits.Refunded != _refunded)
            {
                await TakeOffAsync(cancellationToken);
                _refunded = credits.Refunded;
            }
        }
        finally
        {
            _ = _gate.Release();
        }
    }

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

        // What is durable is in force, also when its caller has left meanwhile.
        await RefreshAsync(CancellationToken.None);
        return entry;
    }

    /// <summary>Gives a charge back, or a part of it: the balance rises, and what the key and its workspace spent falls in the windows of the charge.</summary>
    public async Task<RefundResult> RefundAsync(RefundDraft draft, CancellationToken cancellationToken)
    {
        var result = await store.RefundAsync(draft, time.GetUtcNow(), cancellationToken);
        await RefreshAsync(CancellationToken.None);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task TakeOffAsync(CancellationToken cancellationToken)
    {
        foreach (var refund in await store.ReadRefundsAsync(_lastRefund, cancellationToken))
        {
            if (keys.Find(refund.Key) is { } key)
            {
                key.Usage.Add(Usd.Zero - refund.Amount, refund.Day);
                guardrails?.SpendOf(key.Key)?.GiveBack(refund.Amount, refund.Day);
            }

            workspaces.StateOf(refund.WorkspaceId).Usage.Add(Usd.Zero - refund.Amount, refund.Day);
            _lastRefund = refund.EntryId;
        }
    }
}
