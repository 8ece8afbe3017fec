using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>The running spend of one key in memory; the charges in the ledger are the truth it is loaded from.</summary>
public sealed class KeyUsageState
{
    private readonly Lock _lock = new();
    private Usd _total;
    private Usd _daily;
    private Usd _weekly;
    private Usd _monthly;
    private DateOnly _day;

    /// <summary>Starts from what the ledger holds.</summary>
    public KeyUsageState(KeyUsage loaded, DateOnly today)
    {
        (_total, _daily, _weekly, _monthly) = loaded;
        _day = today;
    }

    /// <summary>Adds a charge to the window of its admission day; a charge that settles after midnight counts for the day before.</summary>
    public void Add(Usd amount, DateOnly admittedOn, DateOnly today)
    {
        lock (_lock)
        {
            RollTo(today);
            _total += amount;
            _daily += admittedOn == _day ? amount : Usd.Zero;
            _weekly += UtcWindows.WeekStart(admittedOn) == UtcWindows.WeekStart(_day) ? amount : Usd.Zero;
            _monthly += UtcWindows.MonthStart(admittedOn) == UtcWindows.MonthStart(_day) ? amount : Usd.Zero;
        }
    }

    /// <summary>The spend as of a day; windows that ended before it are zero.</summary>
    public KeyUsage Read(DateOnly today)
    {
        lock (_lock)
        {
            RollTo(today);
            return new KeyUsage(_total, _daily, _weekly, _monthly);
        }
    }

    private void RollTo(DateOnly today)
    {
        if (today <= _day)
        {
            return;
        }

        _daily = Usd.Zero;
        _weekly = UtcWindows.WeekStart(today) == UtcWindows.WeekStart(_day) ? _weekly : Usd.Zero;
        _monthly = UtcWindows.MonthStart(today) == UtcWindows.MonthStart(_day) ? _monthly : Usd.Zero;
        _day = today;
    }
}
