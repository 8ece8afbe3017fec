namespace Weir.Protocol.Keys;

/// <summary>The key a request is made with, as <c>GET /key</c> shows it.</summary>
public sealed record CurrentKeyRecord : KeyUsageFields
{
    public required bool IsFreeTier { get; init; }
    public required bool IsManagementKey { get; init; }

    /// <summary>Older name of <see cref="IsManagementKey"/>; always equal to it.</summary>
    public required bool IsProvisioningKey { get; init; }

    /// <summary>Null: a workspace belongs to no organization here.</summary>
    public string? OrganizationId { get; init; }

    public required string WorkspaceId { get; init; }

    /// <summary>Where prompts may be processed: there is one server, which serves the whole world.</summary>
    public IReadOnlyList<string> AllowedDataRegions { get; init; } = ["global"];

    public FreeModelQuota FreeModelDailyRequests { get; init; } = new();
    public LegacyRateLimit RateLimit { get; init; } = new();
}
