using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>How a model's reasoning can be set.</summary>
public sealed record ReasoningRecord
{
    public required bool Mandatory { get; init; }

    /// <summary>A list, the highest first; null: every effort; absent: an effort cannot be asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? SupportedEfforts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DefaultEffort { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DefaultEnabled { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SupportsMaxTokens { get; init; }
}
