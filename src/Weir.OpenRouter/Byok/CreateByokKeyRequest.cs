namespace Weir.OpenRouter;

/// <summary>What <c>ByokClient</c> sends: create byok key request.</summary>
public sealed record CreateByokKeyRequest : WireRecord
{
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    public IReadOnlyList<string>? AllowedModels { get; init; }

    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    public bool? Disabled { get; init; }

    public bool? IsFallback { get; init; }

    public required string Key { get; init; }

    public string? Name { get; init; }

    public required string Provider { get; init; }

    public string? WorkspaceId { get; init; }
}
