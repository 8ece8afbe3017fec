namespace Weir.Protocol.Keys;

/// <summary>The key a request is made with, as <c>GET /key</c> shows it.</summary>
public sealed record CurrentKeyRecord : KeyUsageFields
{
    public required bool IsFreeTier { get; init; }
    public required bool IsManagementKey { get; init; }

    /// <summary>Older name of <see cref="IsManagementKey"/>; always equal to it.</summary>
    public required bool IsProvisioningKey { get; init; }

    public LegacyRateLimit RateLimit { get; init; } = new();
}
