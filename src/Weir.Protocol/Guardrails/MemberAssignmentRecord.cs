namespace Weir.Protocol.Guardrails;

/// <summary>That a guardrail is in force for the keys of a member.</summary>
public sealed record MemberAssignmentRecord
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public required string OrganizationId { get; init; }
    public required string GuardrailId { get; init; }

    /// <summary>Label of the key that assigned it.</summary>
    public required string? AssignedBy { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
