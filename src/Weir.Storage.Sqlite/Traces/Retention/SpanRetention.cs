using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Retention;

/// <summary>Erases the oldest traces when they are past their age or too much room is taken, a few at a time, and gives room back.</summary>
internal sealed class SpanRetention(ReadPool reads, GroupCommitWriter writer, TraceStoreOptions options, TimeProvider time)
{
    private const long NanosPerTick = 100;
    private long _erased;

    /// <summary>Spans that were erased since the start.</summary>
    public long ErasedSpans => Volatile.Read(ref _erased);

    /// <summary>Erases some; false when nothing more has to go.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (options.KeptFor is null && options.MostBytes is null)
        {
            return false;
        }

        long? cutoff = options.KeptFor is { } age ? (time.GetUtcNow() - age - DateTimeOffset.UnixEpoch).Ticks * NanosPerTick : null;
        var plan = await reads.ReadAsync(connection => RetentionPlan.Read(cutoff, options.MostBytes, connection), cancellationToken);
        if (plan.Spans.Count > 0)
        {
            await writer.WriteAsync(connection => RetentionWriter.Erase(plan, connection), cancellationToken);
            _ = Interlocked.Add(ref _erased, plan.Spans.Sum(workspace => workspace.Spans.Count));
            return true;
        }

        var isMore = false;
        await writer.WriteAsync(connection => isMore = RetentionWriter.Tidy(plan, connection), cancellationToken);
        return isMore;
    }
}
