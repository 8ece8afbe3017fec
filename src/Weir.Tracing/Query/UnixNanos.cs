using System.Globalization;

namespace Weir.Tracing.Query;

/// <summary>Nanoseconds since 1970 as people and programs outside read them.</summary>
internal static class UnixNanos
{
    private const long NanosPerTick = 100;
    private const long NanosPerMicro = 1000;
    private const int LongestFraction = 9;

    /// <summary><c>2023-11-14T22:13:20.123456Z</c>.</summary>
    public static string ToMicrosText(long nanos) => Time(nanos).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>2023-11-14T22:13:20.123456789Z</c>.</summary>
    public static string ToNanosText(long nanos)
    {
        var rest = nanos - (Floor(nanos, NanosPerTick) * NanosPerTick);
        return string.Create(CultureInfo.InvariantCulture, $"{Time(nanos):yyyy-MM-dd'T'HH:mm:ss.fffffff}{rest:00}Z");
    }

    /// <summary>Reads a time in ISO 8601, UTC when it does not say, with up to nine digits of a second.</summary>
    public static bool TryParse(string text, out long nanos)
    {
        nanos = 0;
        var dot = text.IndexOf('.');
        var digits = dot < 0 ? 0 : text.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length - dot - 1 : end;
        var whole = dot < 0 ? text : text.Remove(dot, digits + 1);
        if (dot == text.Length - 1 || digits > LongestFraction || !DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        var fraction = dot < 0 ? 0 : long.Parse(text.AsSpan(dot + 1, digits).ToString().PadRight(LongestFraction, '0'), CultureInfo.InvariantCulture);
        var exact = ((Int128)(time - DateTimeOffset.UnixEpoch).Ticks * NanosPerTick) + fraction;
        nanos = (long)Int128.Clamp(exact, long.MinValue, long.MaxValue);
        return true;
    }

    /// <summary>Whole microseconds from one time to another, negative when the other is earlier.</summary>
    public static long MicrosBetween(long from, long to) => (long)(((Int128)to - from) / NanosPerMicro);

    // 64 bits of nanoseconds reach from 1677 to 2262: every value is a date.
    private static DateTime Time(long nanos) => DateTime.UnixEpoch.AddTicks(Floor(nanos, NanosPerTick));

    private static long Floor(long value, long unit) => value / unit - (value % unit < 0 ? 1 : 0);
}
