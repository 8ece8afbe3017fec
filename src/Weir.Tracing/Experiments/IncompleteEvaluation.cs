using System.Collections.Immutable;
using Weir.Tracing.Datasets;

namespace Weir.Tracing.Experiments;

/// <summary>A run that evaluators are not through with.</summary>
/// <param name="Run">A run that succeeded.</param>
/// <param name="Example">As the experiment's version has it.</param>
/// <param name="Names">The evaluations of those asked for that are missing or failed, in order.</param>
public sealed record IncompleteEvaluation(RunRow Run, ExampleRow Example, ImmutableArray<string> Names);
