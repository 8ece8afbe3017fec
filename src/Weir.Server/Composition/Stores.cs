using Microsoft.Extensions.Logging;
using Weir.Server.Configuration;
using Weir.Storage.Sqlite.Ledger;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Server.Composition;

/// <summary>Everything that is open on the data folder.</summary>
internal sealed partial class Stores : IAsyncDisposable
{
    private Stores(SqliteLedgerStore ledger, SqliteTraceStore traces, SpanWriter spans)
    {
        Ledger = ledger;
        Traces = traces;
        Spans = spans;
    }

    public SqliteLedgerStore Ledger { get; }
    public SqliteTraceStore Traces { get; }
    public SpanWriter Spans { get; }

    /// <summary>Opens the folder, and makes it readable for its owner alone when it is new.</summary>
    public static Stores Open(string folder, WeirConfiguration configuration, TimeProvider time, ILogger<Stores> logger)
    {
        CreateFolder(folder);
        var ledger = SqliteLedgerStore.Open(folder, configuration.Durability);
        var traces = SqliteTraceStore.Open(Path.Combine(folder, "traces.db"), configuration.Durability, time);
        var options = new SpanWriterOptions { DeadLetterFolder = Path.Combine(folder, "dead-letters") };
        return new Stores(ledger, traces, new SpanWriter(traces, options, time, letter => Log.NotStored(logger, letter.ToString())));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // In the order of the data: what is queued is stored before its store closes.
        await Spans.DisposeAsync();
        await Traces.DisposeAsync();
        await Ledger.DisposeAsync();
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(folder);
            return;
        }

        _ = Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Spans could not be stored and were set aside: {Letter}")]
        public static partial void NotStored(ILogger logger, string letter);
    }
}
