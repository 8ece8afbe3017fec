namespace Weir.Protocol.Guardrails;

/// <summary>That a guardrail is in force for a key.</summary>
public sealed record KeyAssignmentRecord
{
    public required string Id { get; init; }
    public required string KeyHash { get; init; }
    public required string GuardrailId { get; init; }
    public required string KeyName { get; init; }
    public required string KeyLabel { get; init; }

    /// <summary>Label of the key that assigned it.</summary>
    public required string? AssignedBy { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
