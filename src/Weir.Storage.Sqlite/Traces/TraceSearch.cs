using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Search;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds out whether a trace has a span that a filter lets through.</summary>
/// <param name="filter">Of the list.</param>
/// <param name="hits">The spans that have its words; null when they are not known.</param>
/// <param name="workspaceId">Whose traces.</param>
/// <param name="connection">To read on.</param>
internal sealed class TraceSearch(SpanFilter filter, WordHits? hits, Guid workspaceId, ReadConnection connection)
{
    private readonly SpanMatcher _matcher = new(filter, [], workspaceId, connection);

    /// <summary>Traces that were looked at.</summary>
    public long Scanned { get; private set; }

    public bool Matches(TraceHead head)
    {
        Scanned++;
        var command = connection.Command($"{SpanQuerySql.Select} WHERE s.trace = $trace{_matcher.Condition}")
            .Bind("$trace", head.Id)
            .Bind("$workspace", StoredIds.ToBlob(workspaceId));
        _matcher.BindTo(command);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (hits?.MayHold(row.GetInt64(0)) != false && _matcher.Matches(row))
            {
                return true;
            }
        }

        return false;
    }
}
