using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Workspaces;

/// <summary>What a workspace may spend in one window; at most one for each.</summary>
public sealed record BudgetRow
{
    public required Guid Id { get; init; }
    public required Guid WorkspaceId { get; init; }

    /// <summary><see cref="LimitReset.Never"/>: in all.</summary>
    public required LimitReset Reset { get; init; }

    public required Usd Limit { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
