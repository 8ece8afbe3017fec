namespace Weir.Protocol.Models;

/// <summary>Limits of a model's first endpoint.</summary>
public sealed record TopProviderRecord
{
    /// <summary>Whether the provider refuses content by its own rules before the model sees it.</summary>
    public bool IsModerated { get; init; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public required int ContextLength { get; init; }

    /// <summary>The most tokens of an answer; null: the context is the only bound.</summary>
    public required int? MaxCompletionTokens { get; init; }
}
