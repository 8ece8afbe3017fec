using Microsoft.Extensions.Logging;
using Weir.Ledger.Contents;
using Weir.Server.Configuration;
using Weir.Server.Telemetry;
using Weir.Storage.Sqlite.Contents;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Datasets;
using Weir.Storage.Sqlite.Ledger;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;
using Weir.Tracing.Live;

namespace Weir.Server.Composition;

/// <summary>Everything that is open on the data folder.</summary>
internal sealed partial class Stores : IAsyncDisposable
{
    private readonly FileStream _lock;
    private readonly TraceStoreMetrics _metrics;
    private readonly ContentMetrics _contentMetrics;

    private Stores(
        FileStream folderLock,
        SqliteLedgerStore ledger,
        SqliteTraceStore traces,
        TraceFeed feed,
        SpanWriter spans,
        SqliteContentStore contents,
        ContentWriter contentWriter)
    {
        _lock = folderLock;
        Ledger = ledger;
        Traces = traces;
        Annotations = new SqliteAnnotationStore(traces);
        TraceSessions = new SqliteSessionStore(traces);
        Projects = new SqliteProjectStore(traces);
        CallMetrics = new SqliteMetricsStore(traces);
        _metrics = new TraceStoreMetrics(traces, spans);
        _contentMetrics = new ContentMetrics(contentWriter);
        Datasets = new SqliteDatasetStore(traces);
        Splits = new SqliteSplitStore(traces);
        Labels = new SqliteLabelStore(traces);
        Experiments = new SqliteExperimentStore(traces);
        Prompts = new SqlitePromptStore(traces);
        Feed = feed;
        Spans = spans;
        Contents = contents;
        ContentWriter = contentWriter;
    }

    public SqliteLedgerStore Ledger { get; }
    public SqliteTraceStore Traces { get; }

    /// <summary>What people say about what is in <see cref="Traces"/>.</summary>
    public SqliteAnnotationStore Annotations { get; }

    /// <summary>The sessions that spans name; those of the console are in <see cref="Ledger"/>.</summary>
    public SqliteSessionStore TraceSessions { get; }

    public SqliteProjectStore Projects { get; }
    public SqliteDatasetStore Datasets { get; }
    public SqliteSplitStore Splits { get; }
    public SqliteLabelStore Labels { get; }
    public SqliteExperimentStore Experiments { get; }
    public SqlitePromptStore Prompts { get; }

    /// <summary>Numbers out of <see cref="Traces"/>.</summary>
    public SqliteMetricsStore CallMetrics { get; }

    /// <summary>Told of everything that <see cref="Spans"/> stores.</summary>
    public TraceFeed Feed { get; }

    public SpanWriter Spans { get; }

    /// <summary>Prompts and answers of workspaces that have them kept.</summary>
    public SqliteContentStore Contents { get; }

    public ContentWriter ContentWriter { get; }

    /// <summary>Opens the folder for this server alone, and makes it readable for its owner alone when it is new.</summary>
    /// <exception cref="IOException">Another server has it open, or it cannot be used.</exception>
    /// <param name="options">Which folder.</param>
    /// <param name="configuration">How it is kept.</param>
    /// <param name="onMigrating">Told every few seconds how far an older file is on its way to the newest form, on this thread.</param>
    /// <param name="logger">Told that too, and what goes wrong later.</param>
    public static Stores Open(WeirServerOptions options, WeirConfiguration configuration, Action<MigrationProgress> onMigrating, ILogger<Stores> logger)
    {
        var folder = options.DataFolder;
        DataFolder.Create(folder);
        var folderLock = Lock(folder);
        try
        {
            return Open(options, folderLock, configuration, onMigrating, logger);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    private static Stores Open(
        WeirServerOptions options, FileStream folderLock, WeirConfiguration configuration, Action<MigrationProgress> onMigrating, ILogger<Stores> logger)
    {
        var (folder, time) = (options.DataFolder, options.Time);
        var ledger = SqliteLedgerStore.Open(folder, configuration.Durability, options.LongestRead);
        var watched = configuration.TraceStore with
        {
            OnFailure = (what, failure) => Log.NotFollowed(logger, failure, what),
            OnMigrating = progress =>
            {
                Log.Migrating(logger, progress.File, progress.From, progress.To, progress.Percent, progress.Done, progress.All, (int)progress.Elapsed.TotalSeconds);
                onMigrating(progress);
            },
        };
        var traces = SqliteTraceStore.Open(Path.Combine(folder, "traces.db"), configuration.Durability, watched, time);
        var bounds = new SpanWriterOptions { DeadLetterFolder = Path.Combine(folder, "dead-letters") };
        var feed = new TraceFeed();
        var spans = new SpanWriter(traces, feed, bounds, time, letter => Log.NotStored(logger, letter.ToString()));
        var contents = SqliteContentStore.Open(folder, time);
        return new Stores(folderLock, ledger, traces, feed, spans, contents, new ContentWriter(contents, (count, cause) => Log.NotKept(logger, cause, count)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // In the order of the data: what is queued is stored before its store closes.
        _metrics.Dispose();
        _contentMetrics.Dispose();
        await ContentWriter.DisposeAsync();
        await Contents.DisposeAsync();
        await Spans.DisposeAsync();
        Datasets.Dispose();
        await Traces.DisposeAsync();
        await Ledger.DisposeAsync();
        await _lock.DisposeAsync();
    }

    // A second server would count spending and limits on its own.
    private static FileStream Lock(string folder)
    {
        try
        {
            return FolderLock.Take(folder);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException || FolderLock.IsUnwritable(denied))
        {
            throw new IOException($"The data folder '{folder}' cannot be written: {denied.Message}. Make it writable for this user, or choose another folder with --data.", denied);
        }
        catch (IOException taken)
        {
            throw new IOException($"The data folder '{folder}' cannot be taken; another server is probably running on it. Stop that one, or choose another folder with --data. ({taken.Message})", taken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} prompts with their answers could not be kept: the store refused them, or too many waited for it. Their records stand.")]
        public static partial void NotKept(ILogger logger, Exception? cause, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Spans could not be stored and were set aside: {Letter}")]
        public static partial void NotStored(ILogger logger, string letter);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Behind the spans, {What} could not be brought up to date; it is tried again.")]
        public static partial void NotFollowed(ILogger logger, Exception failure, string what);

        [LoggerMessage(Level = LogLevel.Information, Message = "{File} is brought from form {From} to {To}: {Percent} %, {Done} of {All} passes through what is stored, after {Seconds} s. The server answers when that is done.")]
        public static partial void Migrating(ILogger logger, string file, long from, int to, int percent, int done, int all, int seconds);
    }
}
