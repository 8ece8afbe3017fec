using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads rows of <see cref="SpanQuerySql.Select"/>.</summary>
internal static class StoredSpanReader
{
    private const int FactsColumn = 13;
    private const int ProjectNameColumn = 21;
    private const int RolledColumn = 25;

    public static SpanCursor ReadCursor(SqliteDataReader row) => new(row.GetInt64(10), row.GetInt64(0));

    public static StoredSpan Read(SqliteDataReader row, Guid workspaceId, SpanPayload payload)
    {
        var span = new SpanRow
        {
            WorkspaceId = workspaceId,
            TraceId = TraceId.FromBytes((byte[])row.GetValue(2)),
            SpanId = StoredIds.ToSpanId(row.GetInt64(3)),
            ParentSpanId = ReadNumber(row, 4) is { } parent ? StoredIds.ToSpanId(parent) : null,
            Project = row.GetString(ProjectNameColumn),
            ProjectBinding = row.GetInt64(5) == 1 ? ProjectBinding.FollowsTrace : ProjectBinding.Named,
            Name = row.GetString(6),
            Kind = row.GetString(7),
            StartUnixNanos = row.GetInt64(8),
            EndUnixNanos = row.GetInt64(9),
            ReceivedUnixNanos = row.GetInt64(10),
            Status = (SpanStatus)row.GetInt64(11),
            StatusMessage = row.GetString(12),
            Facts = ReadAllFacts(row, null),
            OtelKind = payload.OtelKind,
            Flags = payload.Flags,
            DroppedAttributes = payload.DroppedAttributes,
            DroppedEvents = payload.DroppedEvents,
            DroppedLinks = payload.DroppedLinks,
            Attributes = payload.Attributes,
            Events = payload.Events,
            Links = payload.Links,
            Resource = payload.Resource,
            ScopeName = payload.ScopeName,
            ScopeVersion = payload.ScopeVersion,
            TraceState = payload.TraceState,
        };
        return new StoredSpan(row.GetInt64(0), row.GetInt64(1), span);
    }

    /// <summary>What rollups keep of the span.</summary>
    public static RollupSpan ReadRolled(SqliteDataReader row, RowTexts texts) => new(
        RowNumbers.Read(row, 0),
        RowNumbers.Read(row, 1),
        (RollupState)RowNumbers.Read(row, RolledColumn),
        RowNumbers.Read(row, 8),
        RowNumbers.Read(row, 9),
        (SpanStatus)RowNumbers.Read(row, 11) == SpanStatus.Error,
        ReadAllFacts(row, texts));

    /// <summary>The eight facts, the first of them in the given column.</summary>
    /// <param name="row">To read.</param>
    /// <param name="first">The column.</param>
    /// <param name="texts">Of the rows before, when many are read; null for a single one.</param>
    public static SpanFacts ReadFacts(SqliteDataReader row, int first, RowTexts? texts)
    {
        return new SpanFacts
        {
            Model = Text(first),
            Provider = Text(first + 1),
            PromptTokens = ReadNumber(row, first + 2),
            CompletionTokens = ReadNumber(row, first + 3),
            TotalTokens = ReadNumber(row, first + 4),
            CostNanos = ReadNumber(row, first + 5),
            SessionId = Text(first + 6),
            UserId = Text(first + 7),
        };

        string? Text(int column) => texts is null ? ReadText(row, column) : texts.ReadOrNull(row, column);
    }

    private static SpanFacts ReadAllFacts(SqliteDataReader row, RowTexts? texts) => ReadFacts(row, FactsColumn, texts) with
    {
        CacheReadTokens = ReadNumber(row, ProjectNameColumn + 1),
        Key = ReadText(row, ProjectNameColumn + 2),
        App = ReadText(row, ProjectNameColumn + 3),
    };

    public static string? ReadText(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? ReadNumber(SqliteDataReader row, int column) => RowNumbers.ReadOrNull(row, column);
}
