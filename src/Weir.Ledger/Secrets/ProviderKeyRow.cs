using System.Collections.Immutable;
using Weir.Ledger.Keys;

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

    /// <summary>Whether requests of a caller may be sent with it.</summary>
    /// <param name="workspace">Of the caller.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="user">Who made that key; null: nobody is known.</param>
    public bool IsFor(Guid workspace, KeyHash key, string? user) =>
        !Disabled
        && (WorkspaceId is null || WorkspaceId == workspace)
        && (AllowedKeyHashes is not { } hashes || hashes.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase))
        && (AllowedUserIds is not { } users || (user is not null && users.Contains(user)));

    /// <summary>Whether it is a credential for a model at a provider.</summary>
    public bool Opens(string provider, string model) =>
        Provider == provider && (AllowedModels is not { } models || models.Contains(model, StringComparer.OrdinalIgnoreCase));
}
