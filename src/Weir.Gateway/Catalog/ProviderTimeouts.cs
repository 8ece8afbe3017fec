namespace Weir.Gateway.Catalog;

/// <summary>How long an attempt at a provider may take, phase by phase.</summary>
public sealed record ProviderTimeouts
{
    /// <summary>Until the connection stands; default 5 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the request to the first event of a stream; default 60 s.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two reads of an answer; default 20 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The whole attempt; default 10 min.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);
}
