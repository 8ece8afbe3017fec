using System.Security.Cryptography;
using System.Text;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Model;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>A reader that takes long cannot make the write-ahead log grow without end.</summary>
public sealed class SlowReaderTests
{
    private const long LargestLog = 64L << 20;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Log_IsCutBack_WhenASlowReadHasUsedItsTime()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteTraceStore.Open(
            folder.File("traces.db"), Durability.Os, new TraceStoreOptions { FollowInterval = TimeSpan.FromDays(1), RetentionInterval = TimeSpan.FromDays(1) }, TimeProvider.System);
        await store.AppendAsync([Span(1, 1)], None);
        var database = SqliteDatabase.Open(folder.File("traces.db"), Durability.Os, TraceSchema.Migrations);
        using var reads = new ReadPool(database, 1, TimeSpan.FromSeconds(3), TimeProvider.System);
        var log = new FileInfo(folder.File("traces.db-wal"));

        // Holds on to the state of the file in which it began, for as long as it may.
        var reading = Task.Factory.StartNew(
            () => reads.ReadAsync(Endless, None).AsTask(), None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        var number = 2UL;
        do
        {
            await store.AppendAsync([Large(number++), Large(number++)], None);
            log.Refresh();
        }
        while (!reading.IsCompleted || (log.Length <= LargestLog && number < 2000));

        _ = await Assert.ThrowsAsync<TimeoutException>(() => reading);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (log.Refresh(); log.Length > LargestLog; log.Refresh())
        {
            await store.AppendAsync([Large(number++)], None);
            await Task.Delay(20, patience.Token);
        }

        Assert.Equal((long)number - 1, await store.CountSpansAsync(Workspace, null, None));
    }

    private static long Endless(ReadConnection connection) =>
        (long)connection.Command("WITH RECURSIVE n(i) AS (SELECT count(*) FROM spans UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n").ExecuteScalar()!;

    private static SpanRow Large(ulong number) =>
        Span(number, number) with { Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"{{RandomNumberGenerator.GetHexString(200_000)}}"}""") };
}
