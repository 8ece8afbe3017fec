namespace Weir.OpenRouter;

/// <summary>Image pricing entry, as <c>ModelsClient</c> gets it.</summary>
public sealed record ImagePricingEntry : WireRecord
{
    /// <summary>One of <c>output_image</c>, <c>input_image</c>, <c>input_font</c>, <c>input_reference</c>, <c>input_text</c>.</summary>
    public string? Billable { get; init; }

    public decimal? CostUsd { get; init; }

    /// <summary>One of <c>image</c>, <c>megapixel</c>, <c>token</c>.</summary>
    public string? Unit { get; init; }

    public string? Variant { get; init; }
}
