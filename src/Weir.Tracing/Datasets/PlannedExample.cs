namespace Weir.Tracing.Datasets;

/// <summary>An uploaded example and the one of the dataset that it is.</summary>
/// <param name="Draft">What was uploaded.</param>
/// <param name="Id">The example that it is; null for one that never was there.</param>
public readonly record struct PlannedExample(ExampleDraft Draft, long? Id);
