namespace Weir.OpenRouter;

/// <summary>What <c>AuthClient</c> sends: auth code request.</summary>
public sealed record AuthCodeRequest : WireRecord
{
    public required string CallbackUrl { get; init; }

    public string? CodeChallenge { get; init; }

    /// <summary>One of <c>S256</c>, <c>plain</c>.</summary>
    public string? CodeChallengeMethod { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? ExpiresAt { get; init; }

    public string? KeyLabel { get; init; }

    public decimal? Limit { get; init; }

    public string? SpawnAgent { get; init; }

    public string? SpawnCloud { get; init; }

    /// <summary>One of <c>daily</c>, <c>weekly</c>, <c>monthly</c>.</summary>
    public string? UsageLimitType { get; init; }

    public string? WorkspaceId { get; init; }
}
