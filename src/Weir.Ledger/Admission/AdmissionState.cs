using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>Lets requests spend: holds what each can cost under every limit it meets, or under none.</summary>
/// <remarks>
/// One lock for every admission: all limits of a request are looked at and held at one moment, so that concurrent requests can neither
/// pass a limit together nor refuse each other over a hold that is taken back. It is held for a few additions; no I/O, no allocation.
/// Settlements take the locks of their counters alone: they only ever give back.
/// </remarks>
public sealed class AdmissionState(WorkspaceDirectory workspaces, TimeProvider time)
{
    private readonly Lock _lock = new();
    private AccountTotals _account;
    private Usd _held;
    private DateOnly _today;

    /// <summary>The account as it is now.</summary>
    public AccountTotals Account
    {
        get
        {
            lock (_lock)
            {
                return _account;
            }
        }
    }

    /// <summary>Starts from what the ledger holds.</summary>
    public void Load(AccountTotals account)
    {
        lock (_lock)
        {
            _account = account;
        }
    }

    /// <summary>Takes up grants and refunds, whoever wrote them. Entries are only ever added: an older sum that arrives late changes nothing.</summary>
    public void SetCredits(Credits credits)
    {
        lock (_lock)
        {
            _account = credits.Granted + credits.Refunded > _account.Credits.Granted + _account.Credits.Refunded ? _account with { Credits = credits } : _account;
        }
    }

    /// <summary>Holds an amount for a caller, or says which limit it does not fit under.</summary>
    /// <param name="caller">Who spends.</param>
    /// <param name="amount">What the request can cost at most; 0 for a free one.</param>
    /// <param name="refused">The limit; null when it fits.</param>
    public Reservation? TryHold(Caller caller, Usd amount, out Shortfall? refused)
    {
        var workspace = workspaces.StateOf(caller.WorkspaceId);
        lock (_lock)
        {
            RollToday();
            refused = KeyShortfall(caller, amount) ?? BudgetShortfall(workspace, amount) ?? AccountShortfall(amount);
            if (refused is not null)
            {
                return null;
            }

            caller.Usage.Hold(amount, _today);
            workspace.Usage.Hold(amount, _today);
            _held += amount;
            return new Reservation(this, caller.Usage, workspace.Usage, amount, _today);
        }
    }

    /// <summary>Holds more for a request that was let in, in the windows of its own day; what has no room under the limits of now is not held.</summary>
    internal Shortfall? HoldMore(Caller caller, KeyUsageState key, KeyUsageState spentBy, Usd more, DateOnly admittedOn)
    {
        var workspace = workspaces.StateOf(caller.WorkspaceId);
        lock (_lock)
        {
            RollToday();
            var refused = KeyShortfall(caller, more) ?? BudgetShortfall(workspace, more) ?? AccountShortfall(more);
            if (refused is null)
            {
                key.Hold(more, admittedOn);
                spentBy.Hold(more, admittedOn);
                _held += more;
            }

            return refused;
        }
    }

    internal void Settle(Usd held, Usd charge)
    {
        lock (_lock)
        {
            _held -= held;
            _account = _account with { Charged = _account.Charged + charge };
        }
    }

    // The clock may be set back; a window that has ended stays ended, or its limit could be spent twice.
    private void RollToday()
    {
        var today = UtcWindows.Day(time.GetUtcNow());
        _today = today > _today ? today : _today;
    }

    private static bool Fits(Usd amount, Usd limit, Usd spent, Usd committed) => spent < limit && committed + amount <= limit;

    private Shortfall? KeyShortfall(Caller caller, Usd amount)
    {
        if (caller.Key.Limit is not { } limit)
        {
            return null;
        }

        var (spent, committed) = caller.Usage.ReadCommitted(_today);
        return ShortfallOf(LimitKind.Key, limit, caller.Key.LimitReset, spent, committed, amount);
    }

    private Shortfall? BudgetShortfall(WorkspaceState workspace, Usd amount)
    {
        if (workspace.Budgets.IsEmpty)
        {
            return null;
        }

        var (spent, committed) = workspace.Usage.ReadCommitted(_today);
        foreach (var budget in workspace.Budgets)
        {
            if (ShortfallOf(LimitKind.WorkspaceBudget, budget.Limit, budget.Reset, spent, committed, amount) is { } shortfall)
            {
                return shortfall;
            }
        }

        return null;
    }

    private static Shortfall? ShortfallOf(LimitKind kind, Usd limit, LimitReset reset, KeyUsage spent, KeyUsage committed, Usd amount) =>
        Fits(amount, limit, spent.Of(reset), committed.Of(reset))
            ? null
            : new Shortfall { Limit = kind, Amount = limit, Reset = reset, Spent = spent.Of(reset), Held = committed.Of(reset) - spent.Of(reset) };

    // A balance of exactly zero still lets free requests through; one below zero lets nothing through.
    private Shortfall? AccountShortfall(Usd amount)
    {
        var isShort = _account.Credits.AreInUse && (_account.Balance < Usd.Zero || (amount > Usd.Zero && _account.Balance < _held + amount));
        return isShort
            ? new Shortfall { Limit = LimitKind.AccountBalance, Amount = _account.Credits.Granted, Spent = _account.Used, Held = _held }
            : null;
    }
}
