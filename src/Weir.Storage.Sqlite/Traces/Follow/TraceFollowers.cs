using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Retention;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Storage.Sqlite.Traces.Search;

namespace Weir.Storage.Sqlite.Traces.Follow;

/// <summary>Everything that follows behind the spans: the kept numbers, the index of words, and the end of what is kept no longer.</summary>
/// <remarks>A loop each, so that none holds up another; storing waits for none of them.</remarks>
internal sealed class TraceFollowers : IAsyncDisposable
{
    private const int Readers = 3;
    private static readonly TimeSpan ReadBudget = TimeSpan.FromSeconds(30);

    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;
    private readonly TextIndexer? _texts;
    private readonly SpanRetention _retention;
    private readonly FollowerLoop _rollupLoop;
    private readonly FollowerLoop _textLoop;
    private readonly FollowerLoop _retentionLoop;
    private long _uncounted;

    public TraceFollowers(SqliteDatabase spans, SqliteDatabase? texts, GroupCommitWriter writer, TraceStoreOptions options, TimeProvider time)
    {
        _writer = writer;
        _reads = new ReadPool(spans, Readers, ReadBudget, time);
        _texts = texts is null ? null : new TextIndexer(texts, _reads, writer);
        _retention = new SpanRetention(_reads, writer, options, time);
        _rollupLoop = new FollowerLoop(RollUpAsync, options.FollowInterval, time, failure => options.OnFailure("the numbers of calls", failure));
        _textLoop = new FollowerLoop(IndexAsync, options.FollowInterval, time, failure => options.OnFailure("the index of words", failure));
        _retentionLoop = new FollowerLoop(_retention.StepAsync, options.RetentionInterval, time, failure => options.OnFailure("the end of old traces", failure));
    }

    public long UncountedSpans => Volatile.Read(ref _uncounted);

    public long UnindexedSpans => _texts?.Pending ?? 0;

    public long ExpiredSpans => _retention.ErasedSpans;

    /// <summary>Returns when all of them have nothing left to do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _rollupLoop.CatchUpAsync(cancellationToken);
        await _retentionLoop.CatchUpAsync(cancellationToken);
        await _textLoop.CatchUpAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _rollupLoop.DisposeAsync();
        await _textLoop.DisposeAsync();
        await _retentionLoop.DisposeAsync();
        _texts?.Dispose();
        _reads.Dispose();
    }

    private async Task<bool> RollUpAsync(CancellationToken cancellationToken)
    {
        var plan = await _reads.ReadAsync(RollupPlan.Read, cancellationToken);
        Volatile.Write(ref _uncounted, plan.Pending);
        if (plan.Place is null && plan.Traces.Count == 0)
        {
            return false;
        }

        await _writer.WriteAsync(connection => RollupStep.Apply(plan, connection), cancellationToken);
        return true;
    }

    // Without an index nobody else reads the list of what it would have to forget.
    private async Task<bool> IndexAsync(CancellationToken cancellationToken)
    {
        if (_texts is not null)
        {
            return await _texts.StepAsync(cancellationToken);
        }

        if (await _reads.ReadAsync(ErasedSpans.Read, cancellationToken) is not { } erased)
        {
            return false;
        }

        await _writer.WriteAsync(connection => ErasedSpans.Clear(erased, connection), cancellationToken);
        return true;
    }
}
