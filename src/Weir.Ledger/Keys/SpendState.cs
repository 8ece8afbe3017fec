using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>
/// The running spend of one key or workspace in memory, and what is held for requests under way; the entries of the ledger are the truth it is loaded from.
/// </summary>
/// <remarks>The day of its windows never goes back: a charge of an earlier day counts in the windows of its own day that are still open.</remarks>
public sealed class SpendState
{
    private readonly Lock _lock = new();
    private Spend _spent;
    private Spend _byok;
    private Spend _held;
    private DateOnly _day;

    /// <summary>Starts from what the ledger holds.</summary>
    /// <param name="loaded">Charges, less what was given back.</param>
    /// <param name="today">The day that it is of.</param>
    /// <param name="byok">What providers billed to the owners of credentials, as of the same day.</param>
    public SpendState(Spend loaded, DateOnly today, Spend byok = default)
    {
        _spent = loaded;
        _byok = byok;
        _day = today;
    }

    /// <summary>The spend as of a day; windows that ended before it are zero.</summary>
    public Spend Read(DateOnly today)
    {
        lock (_lock)
        {
            return today <= _day ? _spent : Rolled(_spent, _day, today);
        }
    }

    /// <summary>What providers billed to the owners of credentials, as of a day; no part of <see cref="Read"/>.</summary>
    public Spend ReadByok(DateOnly today)
    {
        lock (_lock)
        {
            return today <= _day ? _byok : Rolled(_byok, _day, today);
        }
    }

    /// <summary>Adds a charge to the windows of the day it was admitted on; below zero, gives one back there.</summary>
    public void Add(Usd amount, DateOnly admittedOn)
    {
        lock (_lock)
        {
            RollTo(admittedOn);
            _spent = Plus(_spent, amount, admittedOn);
        }
    }

    /// <summary>The spend, and the spend with everything that is held, as of a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="withByok">Whether what providers billed to the owners of credentials counts too.</param>
    internal (Spend Spent, Spend Committed) ReadCommitted(DateOnly today, bool withByok = false)
    {
        lock (_lock)
        {
            RollTo(today);
            var spent = withByok ? _spent.Plus(_byok) : _spent;
            return (spent, spent.Plus(_held));
        }
    }

    /// <summary>Holds an amount in the windows of a day.</summary>
    internal void Hold(Usd amount, DateOnly day)
    {
        lock (_lock)
        {
            RollTo(day);
            _held = Plus(_held, amount, day);
        }
    }

    /// <summary>Turns what was held into a charge at once, so that nobody sees the one gone and the other not there.</summary>
    internal void Settle(Usd held, Usd charge, DateOnly admittedOn, Usd byok = default)
    {
        lock (_lock)
        {
            _held = Plus(_held, Usd.Zero - held, admittedOn);
            _spent = Plus(_spent, charge, admittedOn);
            _byok = Plus(_byok, byok, admittedOn);
        }
    }

    private Spend Plus(Spend usage, Usd amount, DateOnly day) => new(
        usage.Total + amount,
        day == _day ? usage.Daily + amount : usage.Daily,
        UtcWindows.WeekStart(day) == UtcWindows.WeekStart(_day) ? usage.Weekly + amount : usage.Weekly,
        UtcWindows.MonthStart(day) == UtcWindows.MonthStart(_day) ? usage.Monthly + amount : usage.Monthly);

    private static Spend Rolled(Spend usage, DateOnly from, DateOnly to) => new(
        usage.Total,
        Usd.Zero,
        UtcWindows.WeekStart(to) == UtcWindows.WeekStart(from) ? usage.Weekly : Usd.Zero,
        UtcWindows.MonthStart(to) == UtcWindows.MonthStart(from) ? usage.Monthly : Usd.Zero);

    private void RollTo(DateOnly today)
    {
        if (today <= _day)
        {
            return;
        }

        _spent = Rolled(_spent, _day, today);
        _byok = Rolled(_byok, _day, today);
        _held = Rolled(_held, _day, today);
        _day = today;
    }
}
