namespace Weir.Protocol.Keys;

/// <summary>A key as <c>/keys</c> shows it; never its text.</summary>
public sealed record KeyRecord : KeyUsageFields
{
    /// <summary>64 lowercase hex characters: the key's id in every call.</summary>
    public required string Hash { get; init; }

    /// <summary>The number by which settings that take numbers name the key; beyond the original.</summary>
    public required long ApiKeyId { get; init; }

    public required string Name { get; init; }
    public required bool Disabled { get; init; }
    public required string CreatedAt { get; init; }
    public required string? UpdatedAt { get; init; }
    public required string WorkspaceId { get; init; }

    /// <summary>Null: keys are not made for users of partners.</summary>
    public string? ExternalUser { get; init; }
}
