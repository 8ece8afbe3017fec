using Weir.Ledger.Keys;
using Weir.Server.Seeding;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;
using Weir.Tracing.Live;

namespace Weir.Server.Composition;

/// <summary>Fills a data folder with a made-up month, through the stores that a server writes to.</summary>
public static class LocalSeed
{
    // As many at once as the roll-up takes without a pause.
    private const int RollUpStep = 5_000;

    private static readonly string[] OwnFiles = ["weir.db", "traces.db"];

    /// <summary>Makes it; returns when also the numbers and the words that pages read are there.</summary>
    /// <exception cref="IOException">A server runs on the folder, it holds something already, or it cannot be used.</exception>
    public static async Task<SeedReport> RunAsync(SeedOptions options, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        DataFolder.Create(options.DataFolder);
        if (FolderLock.IsTaken(options.DataFolder))
        {
            throw new IOException($"a server runs on the data folder '{options.DataFolder}'. Stop it, or name another folder with --data.");
        }

        if (!options.AddsToUsedFolder && Array.Exists(OwnFiles, file => File.Exists(Path.Combine(options.DataFolder, file))))
        {
            throw new IOException($"the data folder '{options.DataFolder}' holds data already. Name another folder with --data, or say --add to put made-up data beside what is there.");
        }

        await using var folderLock = FolderLock.Take(options.DataFolder);

        // What a power cut takes can be made again.
        await using var ledger = SqliteLedgerStore.Open(options.DataFolder, Durability.Os);
        await using var traces = SqliteTraceStore.Open(Path.Combine(options.DataFolder, "traces.db"), Durability.Os, TimeProvider.System);
        var bounds = new SpanWriterOptions { DeadLetterFolder = Path.Combine(options.DataFolder, "dead-letters") };
        await using var spans = new SpanWriter(traces, new TraceFeed(), bounds, TimeProvider.System, static _ => { });
        var report = await WriteAsync(options, ledger, new SqliteAnnotationStore(traces), spans, progress, cancellationToken);
        await CatchUpAsync(ledger, traces, report, progress, cancellationToken);
        return report;
    }

    private static async Task<SeedReport> WriteAsync(
        SeedOptions options, SqliteLedgerStore ledger, SqliteAnnotationStore annotations, SpanWriter spans, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        var clock = new SeedClock(options.Until);
        var directory = new KeyDirectory();
        using var keys = new KeyRegistrar(ledger, directory, clock);
        await keys.RefreshAsync(cancellationToken);
        using var governance = await Governance.LoadAsync(ledger, directory, clock, cancellationToken);
        var stores = new SeedStores
        {
            Ledger = ledger,
            Keys = keys,
            Workspaces = governance.Workspaces,
            WorkspaceDirectory = governance.Directory,
            Members = ledger.Workspaces,
            Organization = ledger.Organization,
            Guardrails = governance.Guardrails,
            Credits = governance.Credits,
            Audit = ledger.Audit,
            Spans = spans,
            Annotations = annotations,
        };
        return await new SeedRun(options, stores, clock).RunAsync(progress, cancellationToken);
    }

    // A server does both by itself, in the background and slowly.
    private static async Task CatchUpAsync(SqliteLedgerStore ledger, SqliteTraceStore traces, SeedReport report, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        while (await ledger.Usage.RollUpAsync(RollUpStep, cancellationToken) == RollUpStep)
        {
            progress.Report(new SeedProgress("adding up", report.Spans - traces.UncountedSpans, report.Spans));
        }

        var done = traces.CatchUpAsync(cancellationToken);
        while (await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken)) != done)
        {
            progress.Report(new SeedProgress("indexing", report.Spans - Math.Max(traces.UncountedSpans, traces.UnindexedSpans), report.Spans));
        }

        await done;
    }
}
