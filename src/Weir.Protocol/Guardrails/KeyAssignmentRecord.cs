namespace Weir.Protocol.Guardrails;

/// <summary>That a guardrail is in force for a key.</summary>
public sealed record KeyAssignmentRecord
{
    /// <summary>UUID of the assignment.</summary>
    public required string Id { get; init; }

    /// <summary>The key's id: 64 lowercase hex characters.</summary>
    public required string KeyHash { get; init; }

    /// <summary>UUID; a key has at most one guardrail.</summary>
    public required string GuardrailId { get; init; }

    /// <summary>The key's name now, not that of the day it was assigned.</summary>
    public required string KeyName { get; init; }

    /// <summary>The masked text of the key: <c>sk-or-v1-abc...xyz</c>.</summary>
    public required string KeyLabel { get; init; }

    /// <summary>Label of the key that assigned it.</summary>
    public required string? AssignedBy { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
