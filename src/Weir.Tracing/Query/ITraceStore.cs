using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>Persistence of spans and the projects they are shown in.</summary>
/// <remarks>Everything is scoped by workspace. Safe for any number of callers at once; reading never waits for writing.</remarks>
public interface ITraceStore
{
    /// <summary>Stores spans, all or none, and returns when they are as durable as configured. Spans that are there already stay as they are.</summary>
    /// <param name="spans">Not changed by the caller until the task ends.</param>
    /// <param name="cancellationToken">Gives up waiting for a turn; what has been handed to the database is done.</param>
    /// <exception cref="IOException">They could not be stored; nothing was.</exception>
    Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken);

    ValueTask<ProjectPage> ListProjectsAsync(ProjectQuery query, CancellationToken cancellationToken);

    /// <summary>A project by its id; null when the workspace has none such.</summary>
    ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, long projectId, CancellationToken cancellationToken);

    /// <summary>A project by its name; null when the workspace has none such.</summary>
    ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, string name, CancellationToken cancellationToken);

    /// <summary>Spans of a project, newest received first.</summary>
    /// <exception cref="TimeoutException">The question needs more time than a read may take; narrow it.</exception>
    ValueTask<SpanPage> QuerySpansAsync(SpanQuery query, CancellationToken cancellationToken);

    /// <summary>The spans of one trace in all projects, by start time, at most <paramref name="limit"/> and at most some 256 MiB of them; empty when there is no such trace.</summary>
    ValueTask<IReadOnlyList<StoredSpan>> ReadTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken);

    /// <summary>Traces in the order of their first span's arrival, newest first. A page ends early when it grows large or a search takes long.</summary>
    ValueTask<TracePage> ListTracesAsync(TraceQuery query, CancellationToken cancellationToken);

    /// <summary>One trace in outline, with at most <paramref name="limit"/> of its spans; null when there is no such trace.</summary>
    ValueTask<StoredTrace?> FindTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken);

    /// <summary>One whole span; null when there is no such span.</summary>
    ValueTask<StoredSpan?> FindSpanAsync(SpanKey key, CancellationToken cancellationToken);

    /// <summary>Whether a workspace has any span.</summary>
    ValueTask<bool> HasSpansAsync(Guid workspaceId, CancellationToken cancellationToken);

    /// <summary>Those of the given spans that are not stored, in the given order; for finding what a crash kept from being written.</summary>
    ValueTask<IReadOnlyList<SpanKey>> FindMissingAsync(IReadOnlyList<SpanKey> spans, CancellationToken cancellationToken);

    /// <summary>How many spans a project shows, or the workspace holds when <paramref name="projectId"/> is null.</summary>
    ValueTask<long> CountSpansAsync(Guid workspaceId, long? projectId, CancellationToken cancellationToken);
}
