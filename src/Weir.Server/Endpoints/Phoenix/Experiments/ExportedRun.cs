using Weir.Tracing.Experiments;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>A run as exports show it.</summary>
/// <param name="Evaluated">The run with all about it.</param>
/// <param name="Tokens">Of its trace, as far as that has arrived.</param>
internal sealed record ExportedRun(EvaluatedRun Evaluated, SubtreeTokens Tokens)
{
    private const double NanosPerMillisecond = 1e6;

    public double LatencyMs => (Evaluated.Run.EndUnixNanos - Evaluated.Run.StartUnixNanos) / NanosPerMillisecond;
}
