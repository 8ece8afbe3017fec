namespace Weir.OpenRouter;

/// <summary>A member whom a guardrail watches.</summary>
public sealed record MemberAssignment : WireRecord
{
    /// <summary>Id of the user who assigned the member; null if it is not known.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>When the member was assigned, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UUID of the guardrail.</summary>
    public string? GuardrailId { get; init; }

    /// <summary>UUID of the assignment.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Id of the member.</summary>
    public string? UserId { get; init; }
}
