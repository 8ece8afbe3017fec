using System.Globalization;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.ResponseCache;

/// <summary>What a request asks of the response cache.</summary>
/// <remarks>
/// Source: the response caching headers of the API.
/// <code>X-OpenRouter-Cache: true, X-OpenRouter-Cache-TTL: 600, X-OpenRouter-Cache-Clear: true</code>
/// </remarks>
public sealed record CacheDirective
{
    private const int DefaultSeconds = 300;
    private const int MostSeconds = 86_400;

    /// <summary>How long the answer is kept: 1 second to a day.</summary>
    public required TimeSpan TimeToLive { get; init; }

    /// <summary>Whether what is kept is dropped first, and the model is asked again.</summary>
    public bool Clears { get; init; }

    /// <summary>Null when the request does not ask for the cache.</summary>
    /// <param name="headers">Of the request.</param>
    /// <param name="isForbidden">Whether a guardrail or the operator allows nothing to be kept; then no header switches the cache on.</param>
    public static CacheDirective? Of(InboundHeaders headers, bool isForbidden) => isForbidden || !IsTrue(headers.Cache) ? null : new CacheDirective
    {
        TimeToLive = TimeSpan.FromSeconds(SecondsOf(headers.CacheTimeToLive)),
        Clears = IsTrue(headers.CacheClear),
    };

    private static bool IsTrue(string? value) => value is not null && value.AsSpan().Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    // The digits at the beginning count: "60abc" is 60, "1.5" is 1; without any the header says nothing.
    private static int SecondsOf(string? value)
    {
        var text = value.AsSpan().Trim();
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        if (digits.IsEmpty)
        {
            return DefaultSeconds;
        }

        // More digits than a number holds are more than a day.
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, 1, MostSeconds) : MostSeconds;
    }
}
