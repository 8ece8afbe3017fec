namespace Weir.Ledger.Organization;

/// <summary>A group of users at the identity provider.</summary>
public sealed record GroupRow
{
    /// <summary>Groups that are kept: all of them are in memory.</summary>
    public const int Capacity = 10_000;

    public required Guid Id { get; init; }
    public required string DisplayName { get; init; }

    /// <summary>Its name in the claims, or its id in the directory.</summary>
    public string? ExternalId { get; init; }

    public required GroupSource Source { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
