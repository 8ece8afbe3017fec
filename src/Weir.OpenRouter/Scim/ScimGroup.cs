namespace Weir.OpenRouter;

/// <summary>Scim group, as <c>ScimClient</c> gets it.</summary>
public sealed record ScimGroup : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? DisplayName { get; init; }

    public string? ExternalId { get; init; }

    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }
}
