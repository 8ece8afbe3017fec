namespace Weir.Gateway.Dispatch;

/// <summary>What bounds the attempts of a request together; each of them has its provider's own limits besides.</summary>
public sealed record AttemptOptions
{
    /// <summary>From the first attempt until one begins to answer, over all of them; default 10 min.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);
}
