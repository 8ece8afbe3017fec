using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>How a model's reasoning can be set.</summary>
public sealed record ReasoningRecord
{
    /// <summary>Whether it always reasons: then effort <c>none</c> is refused.</summary>
    public required bool Mandatory { get; init; }

    /// <summary>A list, the highest first; null: every effort; absent: an effort cannot be asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? SupportedEfforts { get; init; }

    /// <summary>Effort when none is asked for, of the words of <see cref="SupportedEfforts"/>; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DefaultEffort { get; init; }

    /// <summary>Whether it reasons when nothing is asked; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DefaultEnabled { get; init; }

    /// <summary>Whether a budget in tokens can be asked for, as <c>reasoning.max_tokens</c>; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SupportsMaxTokens { get; init; }
}
