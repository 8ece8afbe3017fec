namespace Weir.OpenRouter;

/// <summary>Scim group mapping, as <c>ScimClient</c> gets it.</summary>
public sealed record ScimGroupMapping : WireRecord
{
    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    /// <summary>One of <c>admin</c>, <c>member</c>.</summary>
    public string? Role { get; init; }

    public string? ScimGroupId { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    public string? WorkspaceId { get; init; }
}
