namespace Weir.Protocol.Models;

/// <summary>A model as clients of the Anthropic API read it.</summary>
public sealed record AnthropicModelRecord
{
    /// <summary>Always <c>model</c>.</summary>
    public string Type { get; init; } = "model";

    public required string Id { get; init; }
    public required string DisplayName { get; init; }

    /// <summary>ISO 8601.</summary>
    public required string CreatedAt { get; init; }
}
