using System.Text.Json.Serialization;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Activity;

/// <summary>The traffic of one endpoint on one UTC day.</summary>
public sealed record ActivityRecord
{
    /// <summary><c>YYYY-MM-DD</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Slug of the model that answered, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Its permanent slug; the same as <see cref="Model"/> when the catalogue does not have the model any more.</summary>
    public required string ModelPermaslug { get; init; }

    /// <summary>Display name of the provider, a slash, and the slug of the model: here it is no UUID.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Display name of the provider. Requests that no provider was asked are in no row.</summary>
    public required string ProviderName { get; init; }

    /// <summary>US dollars charged.</summary>
    public required Usd Usage { get; init; }

    /// <summary>US dollars that requests with credentials of one's own cost at the provider.</summary>
    public Usd ByokUsageInference { get; init; }

    /// <summary>Requests of the day, failed ones included.</summary>
    public required long Requests { get; init; }

    /// <summary>Tokens, the day's sum; those read from a prompt cache are among them.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Tokens, the day's sum; those of <see cref="ReasoningTokens"/> are among them.</summary>
    public required long CompletionTokens { get; init; }

    /// <summary>Tokens, the day's sum; 0 where the provider does not tell them apart.</summary>
    public required long ReasoningTokens { get; init; }

    /// <summary>There when workspaces are summed apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WorkspaceId { get; init; }
}
