using Weir.Gateway.Recording;
using Weir.Ledger;
using Weir.Ledger.Records;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Composition;

/// <summary>Makes the gateway's spans again that a crash kept from being stored, from the generations that were.</summary>
internal static class SpanRecovery
{
    // Spans follow their generation within moments: only what fits into the span writer's queue (64 MiB, and the spans of an
    // exchange hold more than 2 KiB) can be missing.
    private const int Newest = 32_768;

    /// <returns>How many spans were made again.</returns>
    public static async Task<int> RunAsync(ILedgerStore ledger, ITraceStore traces, ISpanSink sink, CancellationToken cancellationToken)
    {
        var generations = await ledger.ReadLatestGenerationsAsync(Newest, cancellationToken);
        var missing = (await traces.FindMissingAsync([.. generations.Select(KeyOf)], cancellationToken)).ToHashSet();
        var rebuilt = generations.Where(row => missing.Contains(KeyOf(row))).Select(GatewaySpans.Rebuild).ToArray();
        if (rebuilt.Length > 0)
        {
            await sink.StoreAsync(rebuilt, cancellationToken);
        }

        return rebuilt.Length;
    }

    private static SpanKey KeyOf(GenerationRow row)
    {
        _ = TraceId.TryParse(row.TraceId, out var trace);
        _ = SpanId.TryParse(row.SpanId, out var span);
        return new SpanKey(row.WorkspaceId, trace, span);
    }
}
