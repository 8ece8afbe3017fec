namespace Weir.Protocol.Keys;

/// <summary>How often free models may be called on one day. Clients require numbers: without a limit they are the largest there are.</summary>
public sealed record FreeModelQuota
{
    public int Limit { get; init; } = int.MaxValue;
    public int Remaining { get; init; } = int.MaxValue;

    /// <summary>What counts against the limit; nothing does where there is none.</summary>
    public int Used { get; init; }
}
