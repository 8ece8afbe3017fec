namespace Weir.Gateway.Catalog;

/// <summary>Values that a model's maker recommends for parameters that are not sent; null: none.</summary>
public sealed record SamplingDefaults
{
    public double? Temperature { get; init; }
    public double? TopP { get; init; }
    public int? TopK { get; init; }
    public double? FrequencyPenalty { get; init; }
    public double? PresencePenalty { get; init; }
    public double? RepetitionPenalty { get; init; }
}
