namespace Weir.Protocol.Keys;

/// <summary>A rate limit object that clients still require and that says nothing.</summary>
public sealed record LegacyRateLimit
{
    /// <summary>Always -1: no number is meant.</summary>
    public int Requests { get; init; } = -1;

    /// <summary>Always <c>1h</c>: no time is meant.</summary>
    public string Interval { get; init; } = "1h";

    /// <summary>Says in English that the object is out of use; always the same sentence.</summary>
    public string Note { get; init; } = "This field is deprecated and safe to ignore.";
}
