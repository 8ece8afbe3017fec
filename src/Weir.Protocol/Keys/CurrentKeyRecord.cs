namespace Weir.Protocol.Keys;

/// <summary>The key a request is made with, as <c>GET /key</c> shows it.</summary>
public sealed record CurrentKeyRecord : KeyUsageFields
{
    /// <summary>Whether no credits were ever granted to the account.</summary>
    public required bool IsFreeTier { get; init; }

    /// <summary>Whether it may manage keys and workspaces, and call no models.</summary>
    public required bool IsManagementKey { get; init; }

    /// <summary>Older name of <see cref="IsManagementKey"/>; always equal to it.</summary>
    public required bool IsProvisioningKey { get; init; }

    /// <summary>Null: a workspace belongs to no organization here.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>UUID of the workspace that the key belongs to.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>Where prompts may be processed: there is one server, which serves the whole world.</summary>
    public IReadOnlyList<string> AllowedDataRegions { get; init; } = ["global"];

    /// <summary>Requests to <c>:free</c> models of this UTC day.</summary>
    public FreeModelQuota FreeModelDailyRequests { get; init; } = new();

    /// <summary>There for older clients; no real limit is in it.</summary>
    public LegacyRateLimit RateLimit { get; init; } = new();
}
