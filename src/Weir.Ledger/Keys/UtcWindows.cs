namespace Weir.Ledger.Keys;

/// <summary>The calendar windows that spending is counted in, all in UTC.</summary>
public static class UtcWindows
{
    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The Monday on or before a day.</summary>
    public static DateOnly WeekStart(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly MonthStart(DateOnly day) => new(day.Year, day.Month, 1);
}
