using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tests.Tracing;

/// <summary>A store in memory whose appends a test can make fail or wait.</summary>
internal sealed class FakeTraceStore : ITraceStore
{
    public List<SpanRow> Stored { get; } = [];

    public int Appends { get; private set; }

    public Func<IReadOnlyList<SpanRow>, Task> OnAppend { get; set; } = _ => Task.CompletedTask;

    public async Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        Appends++;
        await OnAppend(spans);
        Stored.AddRange(spans);
    }

    public ValueTask<ProjectPage> ListProjectsAsync(ProjectQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, long projectId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<SpanPage> QuerySpansAsync(SpanQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredSpan>> ReadTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TracePage> ListTracesAsync(TraceQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<StoredTrace?> FindTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<StoredSpan?> FindSpanAsync(SpanKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> HasSpansAsync(Guid workspaceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<SpanKey>> FindMissingAsync(IReadOnlyList<SpanKey> spans, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<long> CountSpansAsync(Guid workspaceId, long? projectId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
