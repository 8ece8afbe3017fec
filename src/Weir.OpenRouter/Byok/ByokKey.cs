namespace Weir.OpenRouter;

/// <summary>A key at a provider that the account brought itself. The key's text is never shown.</summary>
public sealed record ByokKey : WireRecord
{
    /// <summary>Hashes of the API keys that may use it; null means all.</summary>
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    /// <summary>Slugs of the models that it may be used for; null means all.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Ids of the users who may use it; null means all.</summary>
    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    /// <summary>When it was stored, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>True when it is never used.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Its UUID, for the operations on one key.</summary>
    public string? Id { get; init; }

    /// <summary>True when it is tried only after the shared endpoints of the provider.</summary>
    public bool? IsFallback { get; init; }

    /// <summary>The key's text with its middle hidden, to recognise it by: <c>sk-...AbCd</c>.</summary>
    public string? Label { get; init; }

    /// <summary>What somebody called it; null if nobody did.</summary>
    public string? Name { get; init; }

    /// <summary>Slug of the provider, such as <c>openai</c> or <c>amazon-bedrock</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Its place among the keys of the provider: the lowest number is tried first.</summary>
    public long? SortOrder { get; init; }

    /// <summary>UUID of the workspace that may use it; null means all workspaces, not the default one.</summary>
    public string? WorkspaceId { get; init; }
}
