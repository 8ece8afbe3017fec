using Weir.Ledger.Keys;

namespace Weir.Ledger.Activity;

/// <summary>Which generations are listed, the oldest first; what is null is not asked for.</summary>
public sealed record GenerationListQuery
{
    /// <summary>The first moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The moment after the last.</summary>
    public required DateTimeOffset Until { get; init; }

    public KeyHash? Key { get; init; }

    /// <summary>The slug that answered.</summary>
    public string? Model { get; init; }

    /// <summary>The caller's own end user.</summary>
    public string? ExternalUser { get; init; }

    public Guid? WorkspaceId { get; init; }

    /// <summary>The place of the last one that is known already.</summary>
    public GenerationPlace? After { get; init; }

    public required int Limit { get; init; }
}
