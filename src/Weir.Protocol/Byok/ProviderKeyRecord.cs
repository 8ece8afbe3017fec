namespace Weir.Protocol.Byok;

/// <summary>A provider credential of the operator's own, as <c>/byok</c> shows it; never its text.</summary>
public sealed record ProviderKeyRecord
{
    public required string Id { get; init; }
    public required string Provider { get; init; }

    /// <summary>The ends of the credential.</summary>
    public required string Label { get; init; }

    public required string? Name { get; init; }

    /// <summary>Null: every workspace.</summary>
    public required string? WorkspaceId { get; init; }

    public required bool Disabled { get; init; }
    public required bool IsFallback { get; init; }
    public required int SortOrder { get; init; }

    /// <summary>Null: every model.</summary>
    public required IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Null: every key.</summary>
    public required IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    /// <summary>Null: every user.</summary>
    public required IReadOnlyList<string>? AllowedUserIds { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
