using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds out whether a trace has a span that a filter lets through.</summary>
internal sealed class TraceSearch(SpanFilter filter, Guid workspaceId, ReadConnection connection)
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
            if (_matcher.Matches(row))
            {
                return true;
            }
        }

        return false;
    }
}
