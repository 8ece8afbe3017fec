using Weir.Protocol.Primitives;

namespace Weir.Protocol.Workspaces;

/// <summary>What a workspace may spend in one window.</summary>
public sealed record BudgetRecord
{
    /// <summary>UUID of the budget.</summary>
    public required string Id { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>US dollars.</summary>
    public required Usd LimitUsd { get; init; }

    /// <summary><c>daily</c>, <c>weekly</c>, <c>monthly</c>; null: in all.</summary>
    public required string? ResetInterval { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC; the same as <see cref="CreatedAt"/> until it is changed.</summary>
    public required string UpdatedAt { get; init; }
}
