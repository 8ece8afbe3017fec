using Weir.Tracing.Model;

namespace Weir.Tracing.Live;

/// <summary>What a listener is told.</summary>
/// <param name="Traces">Each once.</param>
/// <param name="IsBehind">There were too many to remember: everything may have grown.</param>
public readonly record struct GrownTraces(IReadOnlyCollection<TraceId> Traces, bool IsBehind);
