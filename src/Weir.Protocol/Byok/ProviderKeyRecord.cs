namespace Weir.Protocol.Byok;

/// <summary>A provider credential of the operator's own, as <c>/byok</c> shows it; never its text.</summary>
public sealed record ProviderKeyRecord
{
    /// <summary>UUID; stays the same when the credential itself is replaced.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of the provider it is for, such as <c>openai</c>; never changes.</summary>
    public required string Provider { get; init; }

    /// <summary>The ends of the credential.</summary>
    public required string Label { get; init; }

    /// <summary>For people, at most 255 characters; null: none was given.</summary>
    public required string? Name { get; init; }

    /// <summary>Null: every workspace.</summary>
    public required string? WorkspaceId { get; init; }

    /// <summary>Whether no request is sent with it.</summary>
    public required bool Disabled { get; init; }

    /// <summary>Whether it is tried after the server's own credential instead of before.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>Its place among the credentials of its provider, from 0; the lowest is tried first.</summary>
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
