namespace Weir.Protocol.Models;

/// <summary>A page of models as clients of the Anthropic API read it.</summary>
public sealed record AnthropicModelList
{
    public required IReadOnlyList<AnthropicModelRecord> Data { get; init; }

    /// <summary>Whether there are more in the direction that was asked for.</summary>
    public required bool HasMore { get; init; }

    public required string? FirstId { get; init; }
    public required string? LastId { get; init; }
}
