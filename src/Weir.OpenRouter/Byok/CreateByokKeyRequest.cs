namespace Weir.OpenRouter;

/// <summary>A provider key to be stored. <c>POST /byok</c>.</summary>
public sealed record CreateByokKeyRequest : WireRecord
{
    /// <summary>Hashes of the API keys that may use it, 1 to 100 of the account's own, others are refused with 400; null means all.</summary>
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    /// <summary>Slugs of the models that it may be used for, 100 at most; null means all.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Ids of the users who may use it, 100 at most; null means all.</summary>
    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    /// <summary>True stores it without using it. Default false.</summary>
    public bool? Disabled { get; init; }

    /// <summary>True tries it only after the shared endpoints of the provider. Default false: before them.</summary>
    public bool? IsFallback { get; init; }

    /// <summary>
    /// The credential, in the provider's form: a text, or JSON for providers such as Azure, Bedrock and Vertex. Stored encrypted, never shown again.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>A name for people, 255 characters at most; null gives it none.</summary>
    public string? Name { get; init; }

    /// <summary>Slug of the provider, such as <c>openai</c> or <c>amazon-bedrock</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>UUID of the workspace that it is for; null takes the default one, and is refused with 400 if there is none.</summary>
    public string? WorkspaceId { get; init; }
}
