namespace Weir.Protocol.Models;

/// <summary>The model that an alias stands for.</summary>
public sealed record AliasTargetRecord
{
    /// <summary>The target's own slug, which can be called too: <c>author/slug</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The target's name for people.</summary>
    public required string Name { get; init; }
}
