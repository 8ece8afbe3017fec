namespace Weir.OpenRouter;

/// <summary>What <c>ByokClient</c> sends: update byok key request.</summary>
public sealed record UpdateByokKeyRequest : WireRecord
{
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    public IReadOnlyList<string>? AllowedModels { get; init; }

    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    public bool? Disabled { get; init; }

    public bool? IsFallback { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }
}
