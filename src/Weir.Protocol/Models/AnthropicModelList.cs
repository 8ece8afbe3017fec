namespace Weir.Protocol.Models;

/// <summary>A page of models as clients of the Anthropic API read it.</summary>
public sealed record AnthropicModelList
{
    /// <summary>Models that answer with text, in the order of the catalogue; usually 20, at most 1,000.</summary>
    public required IReadOnlyList<AnthropicModelRecord> Data { get; init; }

    /// <summary>Whether there are more in the direction that was asked for.</summary>
    public required bool HasMore { get; init; }

    /// <summary>For <c>before_id</c>, to ask for the page before; null: the page is empty.</summary>
    public required string? FirstId { get; init; }

    /// <summary>For <c>after_id</c>, to ask for the page behind; null: the page is empty.</summary>
    public required string? LastId { get; init; }
}
