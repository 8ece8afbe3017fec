using System.Collections.Immutable;
using Weir.Tracing.Datasets;

namespace Weir.Tracing.Experiments;

/// <summary>An example that an experiment is not through with.</summary>
/// <param name="Example">As the experiment's version has it.</param>
/// <param name="Repetitions">Those that have not succeeded, in order.</param>
public sealed record IncompleteExample(ExampleRow Example, ImmutableArray<int> Repetitions);
