namespace Weir.Ledger.Guardrails;

/// <summary>That a guardrail is in force for a key or for the keys of a member; each has at most one.</summary>
public sealed record AssignmentRow
{
    public required Guid Id { get; init; }
    public required Guid GuardrailId { get; init; }
    public required AssignmentKind Kind { get; init; }

    /// <summary>The hash of the key, or the id of the user.</summary>
    public required string Subject { get; init; }

    /// <summary>Label of the key that assigned it.</summary>
    public string? AssignedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
