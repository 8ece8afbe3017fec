using System.Collections.Immutable;

namespace Weir.Ledger.Secrets;

/// <summary>A provider credential of the operator's own, as it is kept: sealed.</summary>
public sealed record ProviderKeyRow
{
    public required Guid Id { get; init; }

    /// <summary>Slug.</summary>
    public required string Provider { get; init; }

    /// <summary>The credential, sealed with the id as its owner.</summary>
    public required string Sealed { get; init; }

    /// <summary>The credential as people may see it: its ends.</summary>
    public required string Label { get; init; }

    public string? Name { get; init; }

    /// <summary>Null: every workspace.</summary>
    public Guid? WorkspaceId { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Whether it is tried after the endpoints of the server's own configuration instead of before.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Its place among the credentials of its provider.</summary>
    public int SortOrder { get; init; }

    /// <summary>Slugs; null: every model.</summary>
    public ImmutableArray<string>? AllowedModels { get; init; }

    /// <summary>Null: every key.</summary>
    public ImmutableArray<string>? AllowedKeyHashes { get; init; }

    /// <summary>Null: every user.</summary>
    public ImmutableArray<string>? AllowedUserIds { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
