using Weir.Ledger.Entries;
using Weir.Ledger.Guardrails;
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
public sealed class AdmissionState(WorkspaceDirectory workspaces, TimeProvider time, GuardrailDirectory? guardrails = null)
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
            _account = credits.Granted + credits.Refunded > _account.Credits.Granted + _account.Credits.Refunded
                ? _account with { Credits = credits }
                : _account;
        }
    }

    /// <summary>Holds an amount for a caller, or says which limit it does not fit under.</summary>
    /// <param name="caller">Who spends.</param>
    /// <param name="cost">What the request can cost at most; 0 for a free one.</param>
    /// <param name="refused">The limit; null when it fits.</param>
    public Reservation? TryHold(Caller caller, HeldCost cost, out Shortfall? refused)
    {
        var limits = LimitsOf(caller);
        var held = limits.Held(cost);
        var spenders = new Spenders(caller.Usage, limits.Workspace.Usage, limits.Member);
        lock (_lock)
        {
            RollToday();
            refused = ShortfallOf(limits, cost);
            if (refused is not null)
            {
                return null;
            }

            spenders.Hold(held, _today);
            _held += held.Balance;
            return new Reservation(this, spenders, cost, held, _today);
        }
    }

    /// <summary>The limit that a cost does not fit under now; null when it fits. Nothing is held.</summary>
    public Shortfall? Preview(Caller caller, HeldCost cost)
    {
        var limits = LimitsOf(caller);
        lock (_lock)
        {
            RollToday();
            return ShortfallOf(limits, cost);
        }
    }

    /// <summary>Holds more for a request that was let in, in the windows of its own day; what has no room under the limits of now is not held.</summary>
    internal Shortfall? HoldMore(Caller caller, Spenders spenders, HeldCost more, DateOnly admittedOn, ref HeldAmounts held)
    {
        var limits = LimitsOf(caller);
        var added = limits.Held(more);
        lock (_lock)
        {
            RollToday();
            var refused = ShortfallOf(limits, more);
            if (refused is null)
            {
                spenders.Hold(added, admittedOn);
                _held += added.Balance;
                held += added;
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

    private CallerLimits LimitsOf(Caller caller) => new(
        caller, workspaces.StateOf(caller.WorkspaceId), guardrails?.SpendOf(caller.Key), guardrails?.Current.Of(caller.Key) ?? default);

    private Shortfall? ShortfallOf(in CallerLimits limits, HeldCost cost) =>
        KeyShortfall(limits.Caller, cost.Of(limits.Caller.Key.IncludeByokInLimit))
        ?? BudgetShortfall(limits.Workspace, cost.Of(limits.Workspace.IncludesByok))
        ?? GuardrailShortfall(limits.Caller, limits.Member, limits.Applied, cost)
        ?? AccountShortfall(cost.Charge);

    private static bool Fits(Usd amount, Usd limit, Usd spent, Usd committed) => spent < limit && committed + amount <= limit;

    private Shortfall? KeyShortfall(Caller caller, Usd amount)
    {
        if (caller.Key.Limit is not { } limit)
        {
            return null;
        }

        var (spent, committed) = caller.Usage.ReadCommitted(_today, caller.Key.IncludeByokInLimit);
        return ShortfallOf(LimitKind.Key, limit, caller.Key.LimitReset, spent, committed, amount);
    }

    private Shortfall? BudgetShortfall(WorkspaceState workspace, Usd amount)
    {
        if (workspace.Budgets.IsEmpty)
        {
            return null;
        }

        var (spent, committed) = workspace.Usage.ReadCommitted(_today, workspace.IncludesByok);
        foreach (var budget in workspace.Budgets)
        {
            if (ShortfallOf(LimitKind.WorkspaceBudget, budget.Limit, budget.Reset, spent, committed, amount) is { } shortfall)
            {
                return shortfall;
            }
        }

        return null;
    }

    private Shortfall? GuardrailShortfall(Caller caller, MemberSpend? member, in AppliedGuardrails applied, HeldCost cost)
    {
        foreach (var scope in GuardrailBudgets.Scopes)
        {
            if (applied[scope] is not { Limit: { } limit } guardrail)
            {
                continue;
            }

            var (spent, committed) = GuardrailBudgets.CounterOf(scope, caller.Usage, member).ReadCommitted(_today, guardrail.IncludeByokInBudgets);
            if (ShortfallOf(LimitKind.Guardrail, limit, guardrail.Reset, spent, committed, cost.Of(guardrail.IncludeByokInBudgets)) is { } shortfall)
            {
                return shortfall with { Guardrail = guardrail.Name };
            }
        }

        return null;
    }

    private static Shortfall? ShortfallOf(LimitKind kind, Usd limit, LimitReset reset, Spend spent, Spend committed, Usd amount) =>
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
