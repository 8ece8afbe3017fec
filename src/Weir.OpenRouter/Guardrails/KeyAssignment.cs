namespace Weir.OpenRouter;

/// <summary>Key assignment, as <c>GuardrailsClient</c> gets it.</summary>
public sealed record KeyAssignment : WireRecord
{
    public string? AssignedBy { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? GuardrailId { get; init; }

    public string? Id { get; init; }

    public string? KeyHash { get; init; }

    public string? KeyLabel { get; init; }

    public string? KeyName { get; init; }
}
