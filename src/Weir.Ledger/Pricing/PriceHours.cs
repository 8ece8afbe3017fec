namespace Weir.Ledger.Pricing;

/// <summary>The part of each UTC day in which a price holds.</summary>
/// <param name="Start">From this minute of the day on, written as hours and minutes: 1630 is 16:30.</param>
/// <param name="End">Up to this one, which is no part of it. Before <paramref name="Start"/>: over midnight.</param>
/// <remarks>Source: <c>utc_start</c> and <c>utc_end</c> of the overrides of the models API.</remarks>
public readonly record struct PriceHours(int Start, int End)
{
    /// <summary>The end of a day, as an end of hours.</summary>
    public const int Midnight = 2400;

    private const int PerHour = 100;
    private const int MinutesPerHour = 60;

    /// <summary>Whether these are times of a day, and the one is not the other.</summary>
    public bool AreTimes => IsTime(Start) && Start != Midnight && IsTime(End) && Start != End;

    /// <summary>Whether a moment is within.</summary>
    public bool Contain(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var now = (utc.Hour * PerHour) + utc.Minute;
        return Start < End ? now >= Start && now < End : now >= Start || now < End;
    }

    private static bool IsTime(int time) => time is >= 0 and <= Midnight && time % PerHour < MinutesPerHour;
}
