using System.Globalization;
using System.Net;

namespace Weir.OpenRouter;

/// <summary>Says whether a call is tried again, and when: as the official clients of this family do.</summary>
internal static class RetryRule
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    /// <summary><c>x-should-retry</c> decides where it is there; else 408, 409, 429 and 5xx are tried again.</summary>
    public static bool IsWorthIt(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("x-should-retry", out var values) && bool.TryParse(values.First(), out var decided))
        {
            return decided;
        }

        return response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode >= 500;
    }

    /// <summary>What the answer asks for: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < int.MaxValue)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var header = response.Headers.RetryAfter;
        return header?.Delta ?? (header?.Date is { } date && date - time.GetUtcNow() is { Ticks: > 0 } rest ? rest : null);
    }

    /// <summary>Half a second, doubled with each try up to eight, less up to a quarter so that clients do not come back all at once.</summary>
    public static TimeSpan Delay(int tries)
    {
        var full = Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, tries), LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 - (0.25 * Random.Shared.NextDouble())));
    }
}
