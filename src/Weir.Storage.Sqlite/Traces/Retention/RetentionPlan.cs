using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Retention;

/// <summary>Which spans have to go next: those of the traces that began to arrive first.</summary>
/// <remarks>A trace goes as a whole, when its last span is past the age; a long one in several steps. Only spans whose numbers are kept already are meant.</remarks>
/// <param name="Spans">By workspace.</param>
/// <param name="OldestSecond">When the first trace that stays began to arrive, in seconds since 1970; null when there is none.</param>
internal sealed record RetentionPlan(IReadOnlyList<(byte[] Workspace, List<ErasedSpan> Spans)> Spans, long? OldestSecond)
{
    private const int SpansAtOnce = 500;
    private const int TracesAtOnce = 2000;
    private const long NanosPerSecond = 1_000_000_000;

    private const string Oldest =
        """
        SELECT t.id, t.workspace, (SELECT min(received_ns) FROM spans WHERE trace = t.id), (SELECT max(received_ns) FROM spans WHERE trace = t.id)
        FROM traces t ORDER BY t.id LIMIT $limit
        """;

    private const string SpansOf =
        """
        SELECT id, span_id, trace, project, session_id FROM spans
        WHERE trace = $trace AND id <= (SELECT coalesce(max(place), 0) FROM followers WHERE name = 'rollups') ORDER BY id LIMIT $limit
        """;

    /// <param name="cutoff">Traces whose last span was received before are past their age; null: none.</param>
    /// <param name="mostBytes">Beyond this the oldest goes whatever its age; null: there is room.</param>
    /// <param name="connection">To read on.</param>
    public static RetentionPlan Read(long? cutoff, long? mostBytes, ReadConnection connection)
    {
        var isFull = mostBytes is { } most && UsedBytes(connection) > most;
        var found = new List<(byte[], List<ErasedSpan>)>();
        var count = 0;
        long? oldest = null;
        using var row = connection.Command(Oldest).Bind("$limit", (long)TracesAtOnce).ExecuteReader();
        while (count < SpansAtOnce && row.Read())
        {
            var received = StoredSpanReader.ReadNumber(row, 2) ?? 0;
            if (!isFull && StoredSpanReader.ReadNumber(row, 3) >= (cutoff ?? long.MinValue))
            {
                oldest ??= received / NanosPerSecond;
                if (cutoff is null || received >= cutoff)
                {
                    break;
                }

                continue;
            }

            var spans = ReadSpans(row.GetInt64(0), SpansAtOnce - count, connection);
            count += spans.Count;
            if (spans.Count > 0)
            {
                found.Add(((byte[])row.GetValue(1), spans));
            }
        }

        return new RetentionPlan(found, oldest);
    }

    // Free pages are not counted: new spans take them before the file grows.
    private static long UsedBytes(ReadConnection connection) =>
        (Pragma("page_count", connection) - Pragma("freelist_count", connection)) * Pragma("page_size", connection);

    private static long Pragma(string name, ReadConnection connection) => (long)connection.Command($"PRAGMA {name}").ExecuteScalar()!;

    private static List<ErasedSpan> ReadSpans(long trace, int limit, ReadConnection connection)
    {
        var spans = new List<ErasedSpan>();
        using var row = connection.Command(SpansOf).Bind("$trace", trace).Bind("$limit", (long)limit).ExecuteReader();
        while (row.Read())
        {
            spans.Add(new ErasedSpan(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), StoredSpanReader.ReadText(row, 4)));
        }

        return spans;
    }
}
