namespace Weir.Ledger.Guardrails;

/// <summary>Persistence of guardrails and of what they are assigned to.</summary>
/// <remarks>
/// Every write returns only when it is durable as configured. Safe for any number of callers at once. With a key, a workspace or a member's last
/// membership goes, in the same transaction, what was assigned to them.
/// </remarks>
public interface IGuardrailStore
{
    ValueTask<IReadOnlyList<GuardrailRow>> ReadGuardrailsAsync(CancellationToken cancellationToken);

    /// <summary>Inserts a guardrail, or replaces the one with the same id.</summary>
    ValueTask SaveGuardrailAsync(GuardrailRow guardrail, CancellationToken cancellationToken);

    /// <summary>Removes a guardrail and its assignments.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteGuardrailAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>All assignments, the oldest first.</summary>
    ValueTask<IReadOnlyList<AssignmentRow>> ReadAssignmentsAsync(CancellationToken cancellationToken);

    /// <summary>Assigns, in place of whatever was assigned to the same subjects.</summary>
    ValueTask AssignAsync(IReadOnlyList<AssignmentRow> assignments, CancellationToken cancellationToken);

    /// <returns>How many of the subjects the guardrail was assigned to.</returns>
    ValueTask<int> UnassignAsync(Guid guardrail, AssignmentKind kind, IReadOnlyList<string> subjects, CancellationToken cancellationToken);

    /// <summary>Spend of every owner of keys in each workspace as of a day, by keys that are there and by those that were deleted.</summary>
    ValueTask<IReadOnlyList<MemberSpendRow>> ReadMemberSpendAsync(DateOnly today, CancellationToken cancellationToken);
}
