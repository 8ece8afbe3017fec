using System.Collections.Immutable;

namespace Weir.Server.Seeding;

/// <summary>Thirty days: how much happens in each hour, and when a provider is down.</summary>
internal sealed class SeedCalendar
{
    private const int Days = 30;

    // By the hour in UTC: people of Europe and America, with a batch at night.
    private static readonly double[] OfHour =
        [0.30, 0.26, 0.55, 0.50, 0.22, 0.25, 0.38, 0.62, 0.92, 1.10, 1.15, 1.05, 1.00, 1.18, 1.30, 1.32, 1.25, 1.12, 0.95, 0.84, 0.72, 0.60, 0.48, 0.38];

    // From Sunday.
    private static readonly double[] OfDay = [0.38, 1.00, 1.10, 1.14, 1.08, 0.94, 0.42];

    private readonly ImmutableArray<double> _shares;

    public SeedCalendar(DateTimeOffset until, SeedRandom random)
    {
        Until = new DateTimeOffset(until.UtcTicks - (until.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        From = Until.AddDays(-Days);
        var weights = Enumerable.Range(0, Days * 24).Select(index => WeightOf(index, random)).ToArray();
        var sum = weights.Sum();
        _shares = [.. weights.Select(weight => weight / sum)];
        OutageFrom = Outage(From);
        OutageUntil = OutageFrom.AddMinutes(310);
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    public DateTimeOffset OutageFrom { get; }

    public DateTimeOffset OutageUntil { get; }

    public int Hours => _shares.Length;

    /// <summary>When an hour begins; hours are counted from 0.</summary>
    public DateTimeOffset Start(int hour) => From.AddHours(hour);

    /// <summary>How much of everything has happened at the end of an hour, 0 to 1.</summary>
    public double DoneAfter(int hour) => hour == Hours - 1 ? 1 : _shares[..(hour + 1)].Sum();

    public bool IsOutage(DateTimeOffset at) => at >= OutageFrom && at < OutageUntil;

    // More each week: who takes something up uses it more.
    private double WeightOf(int index, SeedRandom random)
    {
        var at = From.AddHours(index);
        var growth = 0.75 + (0.5 * index / (Days * 24));
        return OfHour[at.Hour] * OfDay[(int)at.DayOfWeek] * growth * random.Between(0.88, 1.14);
    }

    // A working day of the third week, in the afternoon.
    private static DateTimeOffset Outage(DateTimeOffset from)
    {
        var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero).AddDays(16);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        return day.AddHours(13).AddMinutes(20);
    }
}
