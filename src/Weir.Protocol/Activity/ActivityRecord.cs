using System.Text.Json.Serialization;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Activity;

/// <summary>The traffic of one endpoint on one UTC day.</summary>
public sealed record ActivityRecord
{
    /// <summary><c>YYYY-MM-DD</c>.</summary>
    public required string Date { get; init; }

    public required string Model { get; init; }
    public required string ModelPermaslug { get; init; }
    public required string EndpointId { get; init; }
    public required string ProviderName { get; init; }

    /// <summary>US dollars charged.</summary>
    public required Usd Usage { get; init; }

    /// <summary>US dollars that requests with credentials of one's own cost at the provider.</summary>
    public Usd ByokUsageInference { get; init; }

    public required long Requests { get; init; }
    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }
    public required long ReasoningTokens { get; init; }

    /// <summary>There when workspaces are summed apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WorkspaceId { get; init; }
}
