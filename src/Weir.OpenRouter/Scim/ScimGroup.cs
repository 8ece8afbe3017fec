namespace Weir.OpenRouter;

/// <summary>A group of people, as a directory keeps it.</summary>
public sealed record ScimGroup : WireRecord
{
    /// <summary>When the directory first sent it, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>What the directory calls it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The directory's own id of it; null if it sent none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Its UUID, for mappings.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>When it last changed, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }
}
