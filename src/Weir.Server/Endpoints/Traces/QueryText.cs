using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Reads the parameters that Phoenix's lists share, and remembers the first that is wrong.</summary>
internal sealed class QueryText(IQueryCollection query)
{
    private const long NanosPerTick = 100;

    /// <summary>What is wrong with the parameters read so far; null while all are good.</summary>
    public string? Problem { get; private set; }

    /// <summary>The values of a parameter that may be given more than once.</summary>
    public IEnumerable<string> All(string name) => query[name].OfType<string>();

    /// <summary>A parameter; null when it is not given, or empty.</summary>
    public string? One(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public void Refuse(string problem) => Problem ??= problem;

    /// <summary>A number of items, from 1.</summary>
    public int Limit(int most, int otherwise = 100)
    {
        if (One("limit") is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 && limit <= most)
        {
            return limit;
        }

        Refuse($"limit '{text}' is not a whole number from 1 to {most}");
        return 1;
    }

    /// <summary>A time in ISO 8601, UTC when it does not say, as nanoseconds since 1970; null when it is not given.</summary>
    public long? Time(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        // A plus sign that was not escaped arrives as a space: 2024-01-01T00:00:00 00:00.
        var repaired = text.LastIndexOf(' ') is > 10 and var space ? string.Concat(text.AsSpan(0, space), "+", text.AsSpan(space + 1)) : text;
        if (!DateTimeOffset.TryParse(repaired, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            Refuse($"{name} '{text}' is not a time; write 2024-01-01T00:00:00Z");
            return null;
        }

        // Before 1677 and after 2262 there are no nanoseconds in 64 bits; no span is there either.
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return Math.Clamp(ticks, long.MinValue / NanosPerTick, long.MaxValue / NanosPerTick) * NanosPerTick;
    }
}
