namespace Weir.OpenRouter;

/// <summary>An API key to be made. <c>POST /keys</c>.</summary>
public sealed record CreateKeyRequest : WireRecord
{
    /// <summary>Id of the member who makes it, for accounts of organizations. It cannot be changed later.</summary>
    public string? CreatorUserId { get; init; }

    /// <summary>When it ends, ISO 8601 in UTC: another offset is refused with 400. Null means never, and cannot be changed later.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>True counts what providers charge on keys of the account's own for <see cref="Limit"/> too. Default false.</summary>
    public bool? IncludeByokInLimit { get; init; }

    /// <summary>What it may spend in a period of <see cref="LimitReset"/>, USD; null sets no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>
    /// How often <see cref="Limit"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; null means never.
    /// </summary>
    public string? LimitReset { get; init; }

    /// <summary>What to call it; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>UUID of the workspace that it is to belong to; null takes the default one.</summary>
    public string? WorkspaceId { get; init; }
}
