using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Workspaces, budgets and members in <c>weir.db</c>.</summary>
public sealed class SqliteWorkspaceStore : IWorkspaceStore
{
    private readonly LedgerDatabase _database;

    internal SqliteWorkspaceStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<WorkspaceRow>> ReadWorkspacesAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(WorkspaceTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<Guid, Spend>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => WorkspaceTable.ReadUsage(connection, today), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<Guid, Spend>> ReadByokAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => WorkspaceTable.ReadUsage(connection, today, "byok_nanos"), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveWorkspaceAsync(WorkspaceRow workspace, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => WorkspaceTable.Save(connection, workspace), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteWorkspaceAsync(Guid id, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => WorkspaceTable.Delete(connection, id), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BudgetRow>> ReadBudgetsAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(WorkspaceTable.ReadBudgets, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveBudgetAsync(BudgetRow budget, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => WorkspaceTable.SaveBudget(connection, budget), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteBudgetAsync(Guid workspaceId, LimitReset reset, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => WorkspaceTable.DeleteBudget(connection, workspaceId, reset), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MemberRow>> ReadMembersAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => MemberTable.ReadAll(connection, workspaceId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MemberRow>> AddMembersAsync(IReadOnlyList<MemberRow> members, CancellationToken cancellationToken) =>
        await _database.WriteAsync(connection => MemberTable.Add(connection, members), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveMemberAsync(MemberRow member, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => MemberTable.Save(connection, member), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> RemoveMembersAsync(Guid workspaceId, IReadOnlyList<string> userIds, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => MemberTable.Remove(connection, workspaceId, userIds), cancellationToken);
}
