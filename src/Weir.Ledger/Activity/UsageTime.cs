namespace Weir.Ledger.Activity;

/// <summary>What is measured of each answer that an endpoint gave. Numbers are stored: an entry never changes its own.</summary>
public enum UsageTime
{
    /// <summary>Milliseconds to the first event.</summary>
    Latency = 0,

    /// <summary>Milliseconds from the request's arrival to its end.</summary>
    Duration = 1,

    /// <summary>Tokens of the answer in a second: of a stream from its first event on, of another from the request's arrival.</summary>
    Throughput = 2,
}
