namespace Weir.Protocol.Keys;

/// <summary>A rate limit object that clients still require and that says nothing.</summary>
public sealed record LegacyRateLimit
{
    public int Requests { get; init; } = -1;
    public string Interval { get; init; } = "1h";
    public string Note { get; init; } = "This field is deprecated and safe to ignore.";
}
