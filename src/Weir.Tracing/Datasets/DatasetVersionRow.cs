namespace Weir.Tracing.Datasets;

/// <summary>One version of a dataset. What it holds never changes.</summary>
/// <param name="Id">Grows with each version of any dataset.</param>
/// <param name="CreatedUnixNanos">Nanoseconds since 1970.</param>
public sealed record DatasetVersionRow(long Id, long CreatedUnixNanos);
