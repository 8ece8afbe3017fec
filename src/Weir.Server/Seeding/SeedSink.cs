using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>Carries finished traces to the stores, many at once: charges and records to the ledger, spans through the reader of OTLP and the span sink.</summary>
/// <remarks>While one batch is being written the next one is made up. One caller.</remarks>
internal sealed class SeedSink(ILedgerStore ledger, ISpanSink sink, OtlpTraceReader reader)
{
    private const int BatchSpans = 1500;

    // What an exporter waits before it sends.
    private static readonly TimeSpan ExportDelay = TimeSpan.FromMilliseconds(400);

    private List<SpanRow> _spans = new(BatchSpans);
    private List<GenerationRow> _generations = [];
    private Task _writing = Task.CompletedTask;

    public long Traces { get; private set; }

    public long Spans { get; private set; }

    public async Task AddAsync(SeedTrace trace, CancellationToken cancellationToken)
    {
        var before = _spans.Count;
        if (trace.Spans.Count > 0)
        {
            var body = SeedOtlp.Write(trace.Id, trace.By.App, trace.Session, trace.User, trace.Spans);
            var received = (trace.Now + ExportDelay).UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
            var result = reader.ReadJson(
                body.Span, new IngestContext { WorkspaceId = trace.By.Key.WorkspaceId, ReceivedUnixNanos = received * TimeSpan.NanosecondsPerTick });
            _spans.AddRange(result.Rejected == 0 ? result.Spans : throw new InvalidOperationException(result.Message));
        }

        foreach (var exchange in trace.Calls)
        {
            _spans.AddRange(exchange.Spans);
            _generations.Add(exchange.Row);
        }

        Traces++;
        Spans += _spans.Count - before;
        if (_spans.Count >= BatchSpans)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Returns when everything that was added before the last batch is stored; <see cref="FinishAsync"/> waits for that one too.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing;
        var (spans, generations) = (_spans, _generations);
        (_spans, _generations) = (new(BatchSpans), []);
        _writing = WriteAsync(spans, generations, cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await _writing;
    }

    private async Task WriteAsync(List<SpanRow> spans, List<GenerationRow> generations, CancellationToken cancellationToken)
    {
        var settled = generations.Select(row => ledger.SettleAsync(row, UtcWindows.Day(row.CreatedAt)).AsTask()).ToArray();
        await sink.StoreAsync(spans, cancellationToken);
        await Task.WhenAll(settled);
    }
}
