using System.Globalization;
using Weir.Ledger.Keys;
using Weir.Protocol.Datasets;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The UTC days that a data set is about, both included.</summary>
internal sealed record DatasetWindow(DateOnly Start, DateOnly End)
{
    private const int UsualDays = 30;

    // Where the data sets of the API begin.
    private static readonly DateOnly Floor = new(2025, 1, 1);

    public int Days => End.DayNumber - Start.DayNumber + 1;

    public DateTimeOffset From => StartOf(Start);

    public DateTimeOffset Until => StartOf(End.AddDays(1));

    /// <summary>The same number of days right before, so many times.</summary>
    public DateTimeOffset Before(int times) => From.AddDays(-times * Days);

    /// <summary>Reads <c>start_date</c> and <c>end_date</c>: usually the last thirty completed days.</summary>
    public static DatasetWindow Read(ParameterReader parameters, DateTimeOffset now)
    {
        var end = DayOf(parameters, "end_date") ?? LastCompleted(now);
        var start = DayOf(parameters, "start_date") ?? end.AddDays(1 - UsualDays);
        if (end < Floor)
        {
            parameters.Refuse($"'end_date' is {end:yyyy-MM-dd}; it must be {Floor:yyyy-MM-dd} or later.");
        }

        if (start > end)
        {
            parameters.Refuse($"'start_date' is {start:yyyy-MM-dd}, after 'end_date', which is {end:yyyy-MM-dd}.");
        }

        return new DatasetWindow(start < Floor ? Floor : start, end);
    }

    public static DateOnly LastCompleted(DateTimeOffset now) => UtcWindows.Day(now).AddDays(-1);

    public DatasetMeta Meta(DateTimeOffset now) => new() { AsOf = WireTime.Format(now), StartDate = Text(Start), EndDate = Text(End) };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateOnly? DayOf(ParameterReader parameters, string name)
    {
        if (parameters.Text(name) is not { } text)
        {
            return null;
        }

        // The last day of the calendar has no end.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return day;
        }

        parameters.Refuse($"'{name}' is '{text}'; it must be a day, for example 2027-01-31.");
        return null;
    }
}
