using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>The values that a parameter can have.</summary>
public sealed record CapabilityRecord
{
    /// <summary><c>enum</c>, <c>range</c> or <c>boolean</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of an <c>enum</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Of a <c>range</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Min { get; init; }

    /// <summary>Of a <c>range</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Max { get; init; }
}
