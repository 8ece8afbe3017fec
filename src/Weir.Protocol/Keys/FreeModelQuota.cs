namespace Weir.Protocol.Keys;

/// <summary>How often free models may be called on one day. Clients require numbers: without a limit they are the largest there are.</summary>
public sealed record FreeModelQuota
{
    /// <summary>Requests a UTC day; the largest number there is when the operator sets no limit.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>What is left of <see cref="Limit"/> today, never below 0.</summary>
    public int Remaining { get; init; } = int.MaxValue;

    /// <summary>What counts against the limit; nothing does where there is none.</summary>
    public int Used { get; init; }
}
