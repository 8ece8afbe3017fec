namespace Weir.OpenRouter;

/// <summary>What a workspace may spend in a period; beyond that its calls are refused with 403.</summary>
public sealed record WorkspaceBudget : WireRecord
{
    /// <summary>When it was set for the first time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Id { get; init; }

    /// <summary>USD, above 0.</summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>
    /// When it begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; null means never: it is for the workspace's
    /// lifetime.
    /// </summary>
    public string? ResetInterval { get; init; }

    /// <summary>When it was last set, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public string? WorkspaceId { get; init; }
}
