namespace Weir.OpenRouter;

/// <summary>Member assignment, as <c>GuardrailsClient</c> gets it.</summary>
public sealed record MemberAssignment : WireRecord
{
    public string? AssignedBy { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? GuardrailId { get; init; }

    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    public string? UserId { get; init; }
}
