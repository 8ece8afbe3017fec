namespace Weir.OpenRouter;

/// <summary>Workspace budget, as <c>WorkspacesClient</c> gets it.</summary>
public sealed record WorkspaceBudget : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? Id { get; init; }

    public decimal? LimitUsd { get; init; }

    public string? ResetInterval { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public string? WorkspaceId { get; init; }
}
