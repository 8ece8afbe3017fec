using Weir.Ledger.Keys;

namespace Weir.Ledger.Workspaces;

/// <summary>Persistence of workspaces with their budgets and members.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IWorkspaceStore
{
    ValueTask<IReadOnlyList<WorkspaceRow>> ReadWorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>Spend of every workspace that has any, as of a day.</summary>
    ValueTask<IReadOnlyDictionary<Guid, Spend>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>
    /// What providers billed to the owners of credentials, by workspace, as of a day; every workspace of <see cref="ReadUsageAsync"/> is in it.
    /// </summary>
    ValueTask<IReadOnlyDictionary<Guid, Spend>> ReadByokAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>Inserts a workspace, or replaces the one with the same id.</summary>
    /// <exception cref="IOException">It could not be made durable, or another workspace has that slug; nothing was written.</exception>
    ValueTask SaveWorkspaceAsync(WorkspaceRow workspace, CancellationToken cancellationToken);

    /// <summary>Removes a workspace with its budgets and members; its entries and generations stay.</summary>
    ValueTask DeleteWorkspaceAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The budgets of all workspaces.</summary>
    ValueTask<IReadOnlyList<BudgetRow>> ReadBudgetsAsync(CancellationToken cancellationToken);

    /// <summary>Inserts a budget, or replaces the one of the same workspace and window.</summary>
    ValueTask SaveBudgetAsync(BudgetRow budget, CancellationToken cancellationToken);

    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteBudgetAsync(Guid workspaceId, LimitReset reset, CancellationToken cancellationToken);

    /// <summary>The members of a workspace, those first who joined first.</summary>
    ValueTask<IReadOnlyList<MemberRow>> ReadMembersAsync(Guid workspaceId, CancellationToken cancellationToken);

    /// <summary>Adds members by hand; who was added by hand already stays as he is.</summary>
    /// <returns>Those that were added.</returns>
    ValueTask<IReadOnlyList<MemberRow>> AddMembersAsync(IReadOnlyList<MemberRow> members, CancellationToken cancellationToken);

    /// <summary>Adds a member by hand, or changes the role of one who was added so.</summary>
    ValueTask SaveMemberAsync(MemberRow member, CancellationToken cancellationToken);

    /// <returns>How many had been added by hand.</returns>
    ValueTask<int> RemoveMembersAsync(Guid workspaceId, IReadOnlyList<string> userIds, CancellationToken cancellationToken);
}
