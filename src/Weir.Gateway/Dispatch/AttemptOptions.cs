namespace Weir.Gateway.Dispatch;

/// <summary>What bounds the attempts of a request together; each of them has its provider's own limits besides.</summary>
public sealed record AttemptOptions
{
    /// <summary>From the first attempt until one begins to answer, over all of them; default 10 min.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long without a first token a second endpoint is asked besides; null, the default: never.</summary>
    public TimeSpan? HedgeAfter { get; init; }
}
