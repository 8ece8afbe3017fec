using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Ledger.Keys;

namespace Weir.Ledger.Guardrails;

/// <summary>All guardrails and assignments at one moment.</summary>
public sealed class GuardrailSnapshot
{
    private readonly FrozenDictionary<Guid, GuardrailRow> _byId;
    private readonly FrozenDictionary<KeyHash, GuardrailRow> _byKey;
    private readonly FrozenDictionary<string, GuardrailRow> _byMember;

    internal GuardrailSnapshot(IReadOnlyCollection<GuardrailRow> guardrails, IReadOnlyCollection<AssignmentRow> assignments)
    {
        All = [.. guardrails.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)];
        Assignments = [.. assignments];
        _byId = All.ToFrozenDictionary(row => row.Id);
        _byMember = assignments
            .Where(row => row.Kind == AssignmentKind.Member && _byId.ContainsKey(row.GuardrailId))
            .ToFrozenDictionary(row => row.Subject, row => _byId[row.GuardrailId], StringComparer.Ordinal);
        _byKey = assignments
            .Where(row => row.Kind == AssignmentKind.Key && _byId.ContainsKey(row.GuardrailId) && KeyHash.TryParse(row.Subject, out _))
            .ToFrozenDictionary(row => HashOf(row.Subject), row => _byId[row.GuardrailId]);
    }

    internal static GuardrailSnapshot Empty { get; } = new([], []);

    /// <summary>The oldest first.</summary>
    public ImmutableArray<GuardrailRow> All { get; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<AssignmentRow> Assignments { get; }

    public GuardrailRow? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>What is in force for a caller.</summary>
    public AppliedGuardrails Of(KeyRow key) => new(
        _byId.GetValueOrDefault(key.WorkspaceId),
        key.CreatorUserId is { } owner ? _byMember.GetValueOrDefault(owner) : null,
        _byKey.GetValueOrDefault(key.Hash));

    private static KeyHash HashOf(string subject) => KeyHash.TryParse(subject, out var hash) ? hash : default;
}
