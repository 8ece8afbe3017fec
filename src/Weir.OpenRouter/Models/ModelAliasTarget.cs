namespace Weir.OpenRouter;

/// <summary>The model that a slug such as <c>~author/family-latest</c> stands for now.</summary>
public sealed record ModelAliasTarget : WireRecord
{
    /// <summary>Display name of that model.</summary>
    public string? Name { get; init; }

    /// <summary>Its own slug, the <see cref="ModelInfo.Id"/> of its entry.</summary>
    public string? Slug { get; init; }
}
