using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>Prices as decimal strings, US dollars a unit; absent ones do not apply.</summary>
public sealed record PricingRecord
{
    public required string Prompt { get; init; }
    public required string Completion { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InternalReasoning { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheRead { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InputCacheWrite { get; init; }
}
