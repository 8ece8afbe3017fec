namespace Weir.OpenRouter;

/// <summary>What used to say how often a key may call. Limits are not told any more.</summary>
public sealed record CurrentKeyRateLimit : WireRecord
{
    /// <summary>A span of time as text, such as <c>1h</c>; without meaning.</summary>
    public string? Interval { get; init; }

    /// <summary>Says that this is obsolete.</summary>
    public string? Note { get; init; }

    /// <summary>Always -1.</summary>
    public long? Requests { get; init; }
}
