namespace Weir.Protocol.Models;

/// <summary>The model that an alias stands for.</summary>
public sealed record AliasTargetRecord
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
}
