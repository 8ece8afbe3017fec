namespace Weir.OpenRouter;

/// <summary>Byok key, as <c>ByokClient</c> gets it.</summary>
public sealed record ByokKey : WireRecord
{
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    public IReadOnlyList<string>? AllowedModels { get; init; }

    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    /// <summary>Point in time, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    public bool? Disabled { get; init; }

    public string? Id { get; init; }

    public bool? IsFallback { get; init; }

    public string? Label { get; init; }

    public string? Name { get; init; }

    public string? Provider { get; init; }

    public long? SortOrder { get; init; }

    public string? WorkspaceId { get; init; }
}
