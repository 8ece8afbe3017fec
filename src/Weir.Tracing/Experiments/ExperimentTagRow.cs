namespace Weir.Tracing.Experiments;

/// <summary>A name that points at one experiment of a dataset.</summary>
/// <param name="Id">Stays when the tag moves to another experiment.</param>
/// <param name="Name">Unique in the dataset.</param>
/// <param name="Description">Null when there is none.</param>
public sealed record ExperimentTagRow(long Id, string Name, string? Description);
