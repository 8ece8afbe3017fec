namespace Weir.Tracing.Ingest;

/// <summary>What a call costs by our own price list, in nano-dollars; null when the list does not have the model.</summary>
public delegate long? SpanPricing(SpanUse use);
