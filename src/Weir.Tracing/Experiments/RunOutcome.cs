namespace Weir.Tracing.Experiments;

/// <summary>What became of writing a run.</summary>
/// <param name="Id">Of the run; 0 when the experiment is not there, or does not use the example.</param>
/// <param name="IsFinished">Whether it succeeded before, and was therefore not written.</param>
public readonly record struct RunOutcome(long Id, bool IsFinished);
