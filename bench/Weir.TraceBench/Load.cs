using System.Diagnostics;
using System.Threading.Channels;
using Weir.Storage.Sqlite.Traces;
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
    public static async Task<Measured> MeasureAsync(SqliteTraceStore store, SpanMaker maker, TimeSpan duration, long nowNanos, string what)
    {
        // Made before the clock runs: making texts costs more than storing them. Ids are new for every round.
        var batches = Enumerable.Range(0, 64).Select(_ => Enumerable.Range(0, SpansOfABatch / SpanMaker.SpansOfATrace).SelectMany(_ => maker.Trace(nowNanos)).ToArray()).ToArray();
        var stored = 0L;
        var waits = new List<double>();
        var round = 0;
        var worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync()));
        var line = Measured.Of(what, waits, "until a batch of 512 was durable");
        return line with { Note = $"{stored / watch.Elapsed.TotalSeconds:N0} spans/s durable, {stored / (Environment.CpuUsage.TotalTime - worked).TotalSeconds:N0} for each second of a processor; waits are of a batch of {SpansOfABatch} with {Senders} senders" };

        async Task SendAsync()
        {
            await Task.Yield();
            while (watch.Elapsed < duration)
            {
                var number = (ulong)Interlocked.Increment(ref round);
                var batch = batches[number % (ulong)batches.Length];
                var spans = Array.ConvertAll(batch, span => span with { TraceId = span.TraceId with { High = span.TraceId.High + (number << 20) }, ReceivedUnixNanos = nowNanos + (long)number });
                var started = watch.Elapsed;
                await store.AppendAsync(spans, CancellationToken.None);
                lock (waits)
                {
                    waits.Add((watch.Elapsed - started).TotalMilliseconds);
                    stored += spans.Length;
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
