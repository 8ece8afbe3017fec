namespace Weir.Protocol.Errors;

/// <summary>The rate limit that a request met, as the <c>X-RateLimit-*</c> headers tell it.</summary>
/// <param name="Limit">How many.</param>
/// <param name="ResetAt">When there is room again; null: not known.</param>
public sealed record RateLimitFact(long Limit, DateTimeOffset? ResetAt)
{
    /// <summary>The headers, by name: <c>X-RateLimit-Limit</c>, <c>-Remaining</c>, and <c>-Reset</c> in Unix milliseconds.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers
    {
        get
        {
            yield return new("X-RateLimit-Limit", $"{Limit}");
            yield return new("X-RateLimit-Remaining", "0");
            if (ResetAt is { } reset)
            {
                yield return new("X-RateLimit-Reset", $"{reset.ToUnixTimeMilliseconds()}");
            }
        }
    }
}
