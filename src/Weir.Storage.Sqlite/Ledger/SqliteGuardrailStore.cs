using Weir.Ledger.Guardrails;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Guardrails and their assignments in <c>weir.db</c>.</summary>
public sealed class SqliteGuardrailStore : IGuardrailStore
{
    private readonly LedgerDatabase _database;

    internal SqliteGuardrailStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<GuardrailRow>> ReadGuardrailsAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(GuardrailTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveGuardrailAsync(GuardrailRow guardrail, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GuardrailTable.Save(connection, guardrail), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteGuardrailAsync(Guid id, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GuardrailTable.Delete(connection, id), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AssignmentRow>> ReadAssignmentsAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(AssignmentTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public ValueTask AssignAsync(IReadOnlyList<AssignmentRow> assignments, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => AssignmentTable.Save(connection, assignments), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<int> UnassignAsync(Guid guardrail, AssignmentKind kind, IReadOnlyList<string> subjects, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => AssignmentTable.Delete(connection, guardrail, kind, subjects), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MemberSpendRow>> ReadMemberSpendAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => AssignmentTable.ReadSpend(connection, today), cancellationToken);
}
