namespace Weir.Protocol.Guardrails;

/// <summary>That a guardrail is in force for the keys of a member.</summary>
public sealed record MemberAssignmentRecord
{
    /// <summary>UUID of the assignment.</summary>
    public required string Id { get; init; }

    /// <summary><c>user_</c> and 32 hex characters, or whatever was assigned: that there is such a user is not checked.</summary>
    public required string UserId { get; init; }

    /// <summary>UUID of the default workspace, which stands for the installation; the same in all records.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>UUID; a member has at most one guardrail.</summary>
    public required string GuardrailId { get; init; }

    /// <summary>Label of the key that assigned it.</summary>
    public required string? AssignedBy { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
