using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Packs spans on the thread of whoever appends them, so that the writer only writes.</summary>
internal sealed class SpanAppender(GroupCommitWriter writer) : IDisposable
{
    // Made and used on the writer's thread only.
    private SpanInserter? _inserter;

    public Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        if (spans.Count == 0)
        {
            return Task.CompletedTask;
        }

        var packed = PackedSpans.Of(spans);
        return writer.WriteAsync(connection => (_inserter ??= new SpanInserter(connection)).Insert(packed), cancellationToken);
    }

    /// <summary>After the writer is closed: a file whose statements are not disposed stays open.</summary>
    public void Dispose() => _inserter?.Dispose();
}
