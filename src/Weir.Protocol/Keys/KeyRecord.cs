namespace Weir.Protocol.Keys;

/// <summary>A key as <c>/keys</c> shows it; never its text.</summary>
public sealed record KeyRecord : KeyUsageFields
{
    /// <summary>64 lowercase hex characters: the key's id in every call.</summary>
    public required string Hash { get; init; }

    /// <summary>The number by which settings that take numbers name the key; beyond the original.</summary>
    public required long ApiKeyId { get; init; }

    /// <summary>For people, never empty; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Whether requests with it are refused.</summary>
    public required bool Disabled { get; init; }

    /// <summary>When it was made: ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC; null: not since it was made.</summary>
    public required string? UpdatedAt { get; init; }

    /// <summary>UUID of the workspace that it belongs to.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>Null: keys are not made for users of partners.</summary>
    public string? ExternalUser { get; init; }
}
