namespace Weir.Protocol.Models;

/// <summary>Limits of a model's first endpoint.</summary>
public sealed record TopProviderRecord
{
    public bool IsModerated { get; init; }
    public required int ContextLength { get; init; }
    public required int? MaxCompletionTokens { get; init; }
}
