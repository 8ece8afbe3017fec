namespace Weir.OpenRouter;

/// <summary>
/// What to change of a provider key. <c>PATCH /byok/{id}</c>. What is null stays; to clear it, put its wire name with a JSON null into
/// <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record UpdateByokKeyRequest : WireRecord
{
    /// <summary>Hashes of the API keys that may use it, 1 to 100; an empty list is refused with 400.</summary>
    public IReadOnlyList<string>? AllowedApiKeyHashes { get; init; }

    /// <summary>Slugs of the models that it may be used for, 100 at most.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>Ids of the users who may use it, 100 at most.</summary>
    public IReadOnlyList<string>? AllowedUserIds { get; init; }

    /// <summary>True stops using it, false goes on.</summary>
    public bool? Disabled { get; init; }

    /// <summary>True tries it only after the shared endpoints of the provider.</summary>
    public bool? IsFallback { get; init; }

    /// <summary>A new credential in place of the old one, which is overwritten; <see cref="ByokKey.Label"/> changes with it.</summary>
    public string? Key { get; init; }

    /// <summary>A new name, 255 characters at most.</summary>
    public string? Name { get; init; }
}
