using System.Collections.Immutable;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Search;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>A page of traces while it is read; full at <see cref="MostSpans"/>. What it holds of texts are previews.</summary>
internal sealed class TracePageDraft(TraceQuery query, WordHits? hits, ReadConnection connection)
{
    private const int MostSpans = 100_000;

    private readonly ImmutableArray<StoredTrace>.Builder _traces = ImmutableArray.CreateBuilder<StoredTrace>();
    private readonly TraceSearch? _search = query.Filter is { } filter ? new TraceSearch(filter, hits, query.WorkspaceId, connection) : null;
    private int _spans;

    /// <summary>How many traces it still takes.</summary>
    public int Missing => query.Limit - _traces.Count;

    public bool IsFull => Missing == 0 || _spans > MostSpans;

    /// <summary>Reads a trace, and takes it when it is meant.</summary>
    public void Look(TraceHead head)
    {
        if (_search is not null && !_search.Matches(head))
        {
            return;
        }

        // A trace with a root fails by a span that nothing is above; one without is left to the rule itself.
        if (query.FailedOnly && !head.HasFailedTop && OutlineReader.HasRoot(head.Id, connection))
        {
            return;
        }

        var trace = OutlineReader.Read(head, query.SpansPerTrace, connection);
        _spans += trace.Spans.Count;
        if (!query.FailedOnly || TraceOutcome.Of(trace.Spans).Status == SpanStatus.Error)
        {
            _traces.Add(trace);
        }
    }

    public TracePage ToPage(long? next) => new(_traces.ToImmutable(), next) { Scanned = _search?.Scanned };
}
