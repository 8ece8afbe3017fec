namespace Weir.Protocol.Models;

/// <summary>A model as clients of the Anthropic API read it.</summary>
public sealed record AnthropicModelRecord
{
    /// <summary>Always <c>model</c>.</summary>
    public string Type { get; init; } = "model";

    /// <summary>Slug, as a request names the model: <c>author/slug</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, such as <c>Acme: Small</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>ISO 8601.</summary>
    public required string CreatedAt { get; init; }
}
