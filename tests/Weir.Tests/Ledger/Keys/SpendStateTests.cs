using FsCheck;
using FsCheck.Fluent;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Keys;

/// <summary>The running spend of a key.</summary>
public sealed class SpendStateTests
{
    // A Saturday in the middle of a month.
    private static readonly DateOnly Saturday = new(2026, 3, 14);

    [Fact]
    public void Read_SameDay_GivesWhatWasLoaded() => Assert.Equal(Usage(10, 4, 6, 8), Loaded().Read(Saturday));

    [Theory]
    [InlineData("2026-03-15", 10, 0, 6, 8)]
    [InlineData("2026-03-16", 10, 0, 0, 8)]
    [InlineData("2026-04-01", 10, 0, 0, 0)]
    [InlineData("2027-03-14", 10, 0, 0, 0)]
    public void Read_LaterDay_EmptiesTheWindowsThatEnded(string day, long total, long daily, long weekly, long monthly) =>
        Assert.Equal(Usage(total, daily, weekly, monthly), Loaded().Read(DateOnly.Parse(day)));

    [Fact]
    public void Read_MonthThatBeginsInsideAWeek_KeepsTheWeek()
    {
        var state = new SpendState(Usage(10, 4, 6, 8), new DateOnly(2026, 3, 31));

        Assert.Equal(Usage(10, 0, 6, 0), state.Read(new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public void Add_SettledAfterMidnight_CountsForTheDayOfItsAdmission()
    {
        var state = Loaded();

        state.Add(new Usd(100), Saturday);

        Assert.Equal(Usage(110, 0, 106, 108), state.Read(Saturday.AddDays(1)));
    }

    [Fact]
    public void Add_SettledInTheNextWeekAndMonth_CountsForNoOpenWindow()
    {
        var state = new SpendState(Usage(10, 4, 6, 8), new DateOnly(2026, 5, 31));

        state.Add(new Usd(100), new DateOnly(2026, 5, 31));

        Assert.Equal(Usage(110, 0, 0, 0), state.Read(new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void Add_ByAThreadWhoseDayIsOver_DoesNotTurnTheClockBack()
    {
        var state = Loaded();
        state.Add(new Usd(1), Saturday.AddDays(1));

        state.Add(new Usd(100), Saturday);

        Assert.Equal(Usage(111, 1, 107, 109), state.Read(Saturday.AddDays(1)));
    }

    [Fact]
    public void Add_FromManyThreads_LosesNothing()
    {
        var state = new SpendState(default, Saturday);

        _ = Parallel.For(1, 10_001, n => state.Add(new Usd(n), Saturday));

        Assert.Equal(Usage(50_005_000, 50_005_000, 50_005_000, 50_005_000), state.Read(Saturday));
    }

    [Fact]
    public void Add_AnyCharges_SumAsTheLedgerWouldFromItsDays() =>
        Check.QuickThrowOnFailure(Prop.ForAll<(byte AdmittedDaysAgo, byte Skip, byte Amount)[]>(charges =>
        {
            var state = new SpendState(default, Saturday);
            var today = Saturday;
            var days = new List<(DateOnly Day, long Nanos)>();
            foreach (var (ago, skip, amount) in charges)
            {
                today = today.AddDays(skip % 9);
                var admitted = today.AddDays(-(ago % 3));
                state.Add(new Usd(amount), admitted);
                days.Add((admitted, amount));
            }

            long Sum(DateOnly from) => days.Where(charge => charge.Day >= from).Sum(charge => charge.Nanos);
            return state.Read(today) == Usage(Sum(DateOnly.MinValue), Sum(today), Sum(UtcWindows.WeekStart(today)), Sum(UtcWindows.MonthStart(today)));
        }));

    [Fact]
    public void Hold_CountsBesideTheSpend_UntilItIsSettled()
    {
        var state = Loaded();

        state.Hold(new Usd(100), Saturday);

        Assert.Equal(Usage(10, 4, 6, 8), state.Read(Saturday));
        Assert.Equal((Usage(10, 4, 6, 8), Usage(110, 104, 106, 108)), state.ReadCommitted(Saturday));
        state.Settle(new Usd(100), new Usd(30), Saturday);
        Assert.Equal((Usage(40, 34, 36, 38), Usage(40, 34, 36, 38)), state.ReadCommitted(Saturday));
    }

    [Theory]
    [InlineData("2026-03-15", 40, 0, 36, 38)]
    [InlineData("2026-03-16", 40, 0, 0, 38)]
    [InlineData("2026-04-01", 40, 0, 0, 0)]
    public void Hold_SettledInLaterWindows_LeavesNothingHeldInThem(string day, long total, long daily, long weekly, long monthly)
    {
        var state = Loaded();
        state.Hold(new Usd(100), Saturday);
        _ = state.ReadCommitted(DateOnly.Parse(day));

        state.Settle(new Usd(100), new Usd(30), Saturday);

        var (spent, committed) = state.ReadCommitted(DateOnly.Parse(day));
        Assert.Equal(Usage(total, daily, weekly, monthly), spent);
        Assert.Equal(spent, committed);
    }

    [Theory]
    [InlineData(LimitReset.Never, 10)]
    [InlineData(LimitReset.Daily, 4)]
    [InlineData(LimitReset.Weekly, 6)]
    [InlineData(LimitReset.Monthly, 8)]
    public void Of_Reset_IsTheWindowTheLimitCounts(LimitReset reset, long nanos) => Assert.Equal(new Usd(nanos), Loaded().Read(Saturday).Of(reset));

    private static SpendState Loaded() => new(Usage(10, 4, 6, 8), Saturday);

    private static Spend Usage(long total, long daily, long weekly, long monthly) => new(new Usd(total), new Usd(daily), new Usd(weekly), new Usd(monthly));
}
