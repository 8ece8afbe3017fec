using System.Collections.Immutable;
using Weir.Tracing.Datasets;

namespace Weir.Tracing.Experiments;

/// <summary>A run with the example it is of, and what evaluators say about it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Example">As the experiment's version has it.</param>
/// <param name="Evaluations">By name.</param>
public sealed record EvaluatedRun(RunRow Run, ExampleRow Example, ImmutableArray<EvaluationRow> Evaluations);
