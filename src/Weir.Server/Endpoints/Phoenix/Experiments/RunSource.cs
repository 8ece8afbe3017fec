using System.Runtime.CompilerServices;
using Weir.Tracing.Experiments;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Reads all runs of an experiment, a page at a time.</summary>
internal sealed class RunSource(IExperimentStore store, ITraceStore traces)
{
    private const int MostSpans = 50_000;

    public async IAsyncEnumerable<EvaluatedRun> ReadAsync(ExperimentRow experiment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RunRow? last = null;
        while (await store.ReadRunsAsync(experiment, last, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                yield return run;
            }

            last = page[^1].Run;
        }
    }

    /// <summary>A run with the tokens of its trace.</summary>
    public async ValueTask<ExportedRun> WithTokensAsync(EvaluatedRun run, Guid workspaceId, CancellationToken cancellationToken)
    {
        var trace = TraceId.TryParse(run.Run.TraceId ?? "", out var id) ? await traces.FindTraceAsync(workspaceId, id, MostSpans, cancellationToken) : null;
        return new ExportedRun(run, trace is null ? default : SubtreeTokens.OfTrace(trace.Spans));
    }
}
