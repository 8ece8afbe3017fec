using System.Diagnostics;
using System.Globalization;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Model;

namespace Weir.TraceBench;

/// <summary>Fills a trace store and measures what people do with one.</summary>
/// <remarks><c>dotnet run -c Release --project bench/Weir.TraceBench -- --spans 1,000,000 --json numbers.json</c>; <see cref="Options"/> has the rest.</remarks>
internal static class Program
{
    private const int LongTraceSpans = 20_000;
    private const int IngestAttributeBytes = 5000;

    // What a span takes at most, with its words indexed: a machine without so much room is not filled up.
    private const long RoomPerSpan = 4000;

    private static readonly TraceId LongTrace = new(7, 7);

    public static async Task<int> Main(string[] args)
    {
        var options = Options.Read(args);
        var needed = (options.Spans + LongTraceSpans) * RoomPerSpan;
        _ = Directory.CreateDirectory(options.Folder);
        var free = new DriveInfo(Path.GetFullPath(options.Folder)).AvailableFreeSpace;
        if (needed > free)
        {
            Console.Error.WriteLine($"{options.Spans:N0} spans may take {needed >> 30} GiB, and {free >> 30} GiB are free.");
            return 1;
        }

        try
        {
            await MeasureAsync(options);
        }
        finally
        {
            if (!options.Keeps)
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(Options options)
    {
        var lines = new List<Measured>();
        var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        var maker = new SpanMaker(options.Seed, options.AttributeBytes);
        var file = Path.Combine(options.Folder, "traces.db");
        var started = Stopwatch.GetTimestamp();
        var store = SqliteTraceStore.Open(file, Durability.Disk, new TraceStoreOptions { IndexesTexts = options.IndexesTexts }, TimeProvider.System);
        var opened = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        try
        {
            Report.PrintHead();
            Note(lines, new Measured("open", opened, null, "ms", ""));
            if (await store.CountSpansAsync(SpanMaker.Workspace, null, CancellationToken.None) == 0)
            {
                Note(lines, await FillAsync(store, maker, options, now, file));
            }

            // A fill that was stopped is gone on with, as it is.
            if (await store.FindTraceAsync(SpanMaker.Workspace, LongTrace, 1, CancellationToken.None) is null)
            {
                foreach (var batch in maker.LongTrace(LongTrace, LongTraceSpans, now).Chunk(500))
                {
                    await store.AppendAsync(batch, CancellationToken.None);
                }
            }

            Note(lines, await CatchUpAsync(store, options));
            Note(lines, DiskOf(options, "disk, kept numbers included", "traces.db"));
            if (options.IndexesTexts)
            {
                Note(lines, DiskOf(options, "disk, index of words", "traces.texts.db"));
            }

            await foreach (var line in new Questions(store, options, maker.CommonWord, LongTrace, now).AskAsync())
            {
                if (line is not null)
                {
                    Note(lines, line);
                }
            }

            if (options.Ingest > TimeSpan.Zero)
            {
                var ingest = await Load.MeasureAsync(store, new SpanMaker(options.Seed + 1, IngestAttributeBytes), options, now, "ingest of 5 KB spans");
                Note(lines, ingest with { Note = $"{ingest.Note}; behind at the end: numbers {store.UncountedSpans:N0}, words {store.UnindexedSpans:N0} spans" });
                Note(lines, await CatchUpAsync(store, options));
            }
        }
        finally
        {
            await store.DisposeAsync();
        }

        if (options.Json is { } path)
        {
            Report.Write(path, options, lines);
        }
    }

    private static async Task<Measured> FillAsync(SqliteTraceStore store, SpanMaker maker, Options options, long now, string file)
    {
        var seconds = await Load.FillAsync(store, maker, options.Spans, now);
        var bytes = new FileInfo(file).Length / (double)options.Spans;
        return new Measured("disk", bytes, null, "bytes a span", string.Create(CultureInfo.InvariantCulture, $"filled with {options.Spans / seconds:N0} spans/s, made on the same cores"));
    }

    private static async Task<Measured> CatchUpAsync(SqliteTraceStore store, Options options)
    {
        var behind = (store.UncountedSpans, store.UnindexedSpans);
        var watch = Stopwatch.StartNew();
        await store.CatchUpAsync(CancellationToken.None);
        return new Measured("numbers and words catch up", watch.Elapsed.TotalSeconds, null, "s", string.Create(
            CultureInfo.InvariantCulture, $"with {behind.UncountedSpans:N0} and {behind.UnindexedSpans:N0} spans left{(options.IndexesTexts ? "" : ", no index of words")}"));
    }

    private static Measured DiskOf(Options options, string what, string file) =>
        new(what, new FileInfo(Path.Combine(options.Folder, file)).Length / (double)(options.Spans + LongTraceSpans), null, "bytes a span", "");

    private static void Note(List<Measured> lines, Measured line)
    {
        lines.Add(line);
        Report.Print(line);
    }
}
