using System.Collections.Immutable;

namespace Weir.Tracing.Experiments;

/// <summary>An experiment that is to be made.</summary>
/// <param name="Experiment">What it is to be; its id is 0, and its counts are not read.</param>
/// <param name="SplitIds">The splits whose examples it uses; null for all examples.</param>
public sealed record ExperimentDraft(ExperimentRow Experiment, ImmutableArray<long>? SplitIds);
