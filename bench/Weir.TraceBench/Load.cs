using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;
using Weir.Tracing.Live;
using Weir.Tracing.Model;

namespace Weir.TraceBench;

/// <summary>Puts spans into a store, as fast as it takes them.</summary>
internal static class Load
{
    private const int SpansOfABatch = 512;
    private const int Senders = 8;
    private static readonly TimeSpan Days = TimeSpan.FromDays(7);

    /// <summary>Fills a store with spans that were received over seven days; the seconds it took.</summary>
    public static async Task<double> FillAsync(SqliteTraceStore store, SpanMaker maker, int spans, long untilNanos)
    {
        var batches = Channel.CreateBounded<List<SpanRow>>(2 * Senders);
        var watch = Stopwatch.StartNew();
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(store, batches.Reader)).ToArray();
        var from = untilNanos - (Days.Ticks * 100);
        for (var made = 0; made < spans;)
        {
            var batch = new List<SpanRow>(SpansOfABatch);
            while (batch.Count < SpansOfABatch && made < spans)
            {
                var trace = maker.Trace(from + (long)((double)made / spans * (untilNanos - from)));
                batch.AddRange(trace);
                made += trace.Length;
            }

            await batches.Writer.WriteAsync(batch);
            if (made % 500_000 < SpansOfABatch)
            {
                Console.Error.WriteLine($"{made:N0} spans after {watch.Elapsed.TotalSeconds:0} s");
            }
        }

        batches.Writer.Complete();
        await Task.WhenAll(senders);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Spans a second that are stored durably by senders who wait for that, each with its next batch ready.</summary>
    /// <remarks>All that a server does but HTTP: a protobuf body is read, its spans are taken on within the bounds of the server, and stored.</remarks>
    public static async Task<Measured> MeasureAsync(SqliteTraceStore store, SpanMaker maker, Options options, long nowNanos, string what)
    {
        // Made before the clock runs: making texts costs more than storing them. Ids are new for every round.
        var requests = Enumerable.Range(0, 64).Select(_ => OtlpRequest.Of([.. Enumerable.Range(0, SpansOfABatch / SpanMaker.SpansOfATrace).SelectMany(_ => maker.Trace(nowNanos))])).ToArray();
        var reader = new OtlpTraceReader(IngestLimits.Default);
        var writerOptions = new SpanWriterOptions { DeadLetterFolder = Path.Combine(options.Folder, "dead-letters") };
        await using var writer = new SpanWriter(store, new TraceFeed(), writerOptions, TimeProvider.System, _ => { });
        var stored = 0L;
        var waits = new List<double>();
        var round = 0;
        var mostMemory = 0L;
        var worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync()));
        var seconds = watch.Elapsed.TotalSeconds;
        var work = (Environment.CpuUsage.TotalTime - worked).TotalSeconds;
        return Measured.Of(what, waits, string.Create(
            CultureInfo.InvariantCulture,
            $"{stored / seconds:N0} spans/s durable, {stored / work:N0} for each second of a processor; waits are of a batch of {SpansOfABatch} with {Senders} senders; at most {mostMemory >> 20:N0} MiB of memory"));

        async Task SendAsync()
        {
            await Task.Yield();
            while (watch.Elapsed < options.Ingest)
            {
                var number = (ulong)Interlocked.Increment(ref round);
                var request = requests[number % (ulong)requests.Length];
                var body = request.Again(number);
                var started = watch.Elapsed;
                var result = reader.ReadProtobuf(body, new IngestContext { WorkspaceId = SpanMaker.Workspace, ReceivedUnixNanos = nowNanos + (long)number });
                await writer.StoreAsync(result.Spans, CancellationToken.None);
                lock (waits)
                {
                    waits.Add((watch.Elapsed - started).TotalMilliseconds);
                    stored += request.Spans;
                    mostMemory = Math.Max(mostMemory, Environment.WorkingSet);
                }
            }
        }
    }

    private static async Task SendAsync(SqliteTraceStore store, ChannelReader<List<SpanRow>> batches)
    {
        await foreach (var batch in batches.ReadAllAsync())
        {
            await store.AppendAsync(batch, CancellationToken.None);
        }
    }
}
