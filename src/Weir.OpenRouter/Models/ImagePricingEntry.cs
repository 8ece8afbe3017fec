namespace Weir.OpenRouter;

/// <summary>The price of one thing at an image endpoint.</summary>
public sealed record ImagePricingEntry : WireRecord
{
    /// <summary>What is charged. One of <c>output_image</c>, <c>input_image</c>, <c>input_font</c>, <c>input_reference</c>, <c>input_text</c>.</summary>
    public string? Billable { get; init; }

    /// <summary>USD for one <see cref="Unit"/>.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>What the price is for. One of <c>image</c>, <c>megapixel</c>, <c>token</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The kind of image that the price is for, such as a resolution or quality; null means any.</summary>
    public string? Variant { get; init; }
}
