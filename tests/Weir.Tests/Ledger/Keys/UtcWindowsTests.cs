using Weir.Ledger.Keys;
using Xunit;

namespace Weir.Tests.Ledger.Keys;

/// <summary>Days, weeks and months in UTC.</summary>
public sealed class UtcWindowsTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-02-23")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    [InlineData("2026-01-01", "2025-12-29")]
    [InlineData("2024-02-29", "2024-02-26")]
    public void WeekStart_AnyDay_IsTheMondayOnOrBefore(string day, string monday)
    {
        Assert.Equal(DateOnly.Parse(monday), UtcWindows.WeekStart(DateOnly.Parse(day)));
        Assert.Equal(DayOfWeek.Monday, UtcWindows.WeekStart(DateOnly.Parse(day)).DayOfWeek);
    }

    [Theory]
    [InlineData("2026-02-28", "2026-02-01")]
    [InlineData("2024-02-29", "2024-02-01")]
    [InlineData("2026-12-31", "2026-12-01")]
    public void MonthStart_AnyDay_IsTheFirst(string day, string first) => Assert.Equal(DateOnly.Parse(first), UtcWindows.MonthStart(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-03-01T00:30:00+02:00", "2026-02-28")]
    [InlineData("2026-02-28T23:30:00-02:00", "2026-03-01")]
    [InlineData("2026-03-01T00:00:00Z", "2026-03-01")]
    public void Day_AnyOffset_IsTheUtcDay(string time, string day) => Assert.Equal(DateOnly.Parse(day), UtcWindows.Day(DateTimeOffset.Parse(time)));
}
