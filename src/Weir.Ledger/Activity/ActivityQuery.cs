using Weir.Ledger.Keys;

namespace Weir.Ledger.Activity;

/// <summary>Which traffic is summed; what is null is not asked for.</summary>
public sealed record ActivityQuery
{
    /// <summary>The first UTC day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last UTC day.</summary>
    public required DateOnly To { get; init; }

    public KeyHash? Key { get; init; }

    /// <summary>Who made the key.</summary>
    public string? UserId { get; init; }

    public Guid? WorkspaceId { get; init; }

    /// <summary>Whether workspaces are summed apart.</summary>
    public bool ByWorkspace { get; init; }
}
