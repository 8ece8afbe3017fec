namespace Weir.Tracing.Datasets;

/// <summary>What became of writing a split.</summary>
/// <param name="Split">As it is now; null when it was not written.</param>
/// <param name="ExampleCount">How many of the dataset's examples are in it.</param>
/// <param name="UnknownExample">An example that the dataset does not have, and why it was not written. Null when another split has the name, or it is gone.</param>
public sealed record SplitOutcome(SplitRow? Split, long ExampleCount, long? UnknownExample);
