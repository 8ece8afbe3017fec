using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>One line of what images cost at an endpoint.</summary>
public sealed record ImagePriceRecord
{
    /// <summary><c>output_image</c>, <c>input_image</c> or <c>input_text</c>.</summary>
    public required string Billable { get; init; }

    /// <summary><c>image</c> or <c>token</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>US dollars a unit.</summary>
    [JsonPropertyName("cost_usd")]
    public required decimal Cost { get; init; }
}
