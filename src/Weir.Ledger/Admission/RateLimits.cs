namespace Weir.Ledger.Admission;

/// <summary>How often and how much may be asked; what is null is not limited.</summary>
public sealed record RateLimits
{
    /// <summary>Requests of one key in one minute of the clock.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>
    /// Tokens, of prompts and answers, of one key in one minute of the clock. Counted when an answer is settled, so that the last request may pass
    /// it.
    /// </summary>
    public long? TokensPerMinute { get; init; }

    /// <summary>Requests of one key at the same time.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Requests to free models of all keys together in one minute of the clock.</summary>
    public int? FreeRequestsPerMinute { get; init; }

    /// <summary>Requests of one key for data sets in one minute of the clock.</summary>
    public int? DatasetRequestsPerMinute { get; init; }

    /// <summary>Requests of all keys together for data sets on one UTC day.</summary>
    public int? DatasetRequestsPerDay { get; init; }

    /// <summary>Requests to free models of all keys together on one UTC day. Failed ones count.</summary>
    public int? FreeRequestsPerDay { get; init; }
}
