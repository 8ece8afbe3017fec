namespace Weir.OpenRouter;

/// <summary>What <c>KeysClient</c> sends: create key request.</summary>
public sealed record CreateKeyRequest : WireRecord
{
    public string? CreatorUserId { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? ExpiresAt { get; init; }

    public bool? IncludeByokInLimit { get; init; }

    public decimal? Limit { get; init; }

    public string? LimitReset { get; init; }

    public required string Name { get; init; }

    public string? WorkspaceId { get; init; }
}
