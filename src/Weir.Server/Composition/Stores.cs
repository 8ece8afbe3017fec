using Microsoft.Extensions.Logging;
using Weir.Server.Configuration;
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

    private Stores(FileStream folderLock, SqliteLedgerStore ledger, SqliteTraceStore traces, TraceFeed feed, SpanWriter spans)
    {
        _lock = folderLock;
        Ledger = ledger;
        Traces = traces;
        Annotations = new SqliteAnnotationStore(traces);
        TraceSessions = new SqliteSessionStore(traces);
        Projects = new SqliteProjectStore(traces);
        Datasets = new SqliteDatasetStore(traces);
        Splits = new SqliteSplitStore(traces);
        Labels = new SqliteLabelStore(traces);
        Experiments = new SqliteExperimentStore(traces);
        Prompts = new SqlitePromptStore(traces);
        Feed = feed;
        Spans = spans;
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

    /// <summary>Told of everything that <see cref="Spans"/> stores.</summary>
    public TraceFeed Feed { get; }

    public SpanWriter Spans { get; }

    /// <summary>Opens the folder for this server alone, and makes it readable for its owner alone when it is new.</summary>
    /// <exception cref="IOException">Another server has it open, or it cannot be used.</exception>
    public static Stores Open(string folder, WeirConfiguration configuration, TimeProvider time, ILogger<Stores> logger)
    {
        DataFolder.Create(folder);
        var folderLock = Lock(folder);
        try
        {
            return Open(folder, folderLock, configuration, time, logger);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    private static Stores Open(string folder, FileStream folderLock, WeirConfiguration configuration, TimeProvider time, ILogger<Stores> logger)
    {
        var ledger = SqliteLedgerStore.Open(folder, configuration.Durability);
        var traces = SqliteTraceStore.Open(Path.Combine(folder, "traces.db"), configuration.Durability, time);
        var options = new SpanWriterOptions { DeadLetterFolder = Path.Combine(folder, "dead-letters") };
        var feed = new TraceFeed();
        return new Stores(folderLock, ledger, traces, feed, new SpanWriter(traces, feed, options, time, letter => Log.NotStored(logger, letter.ToString())));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // In the order of the data: what is queued is stored before its store closes.
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
        catch (IOException taken)
        {
            throw new IOException($"The data folder '{folder}' cannot be taken; another server is probably running on it. Stop that one, or choose another folder with --data. ({taken.Message})", taken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Spans could not be stored and were set aside: {Letter}")]
        public static partial void NotStored(ILogger logger, string letter);
    }
}
