using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>What the next spans change in the rollups: they, and those spans of their traces that count differently because of them.</summary>
/// <remarks>
/// Read beside the writer. A span is only moved if it is still what it was when this was read (<see cref="RollupStep"/>); what arrives
/// meanwhile comes with a later step, and with it the whole of its trace.
/// </remarks>
/// <param name="Changes">Spans and what they are to be.</param>
/// <param name="Traces">Traces that were looked at because they were due.</param>
/// <param name="Place">The last span that was looked at; null when there was none.</param>
internal sealed record RollupPlan(IReadOnlyList<(RollupSpan Span, RollupState To)> Changes, IReadOnlyList<long> Traces, long? Place)
{
    /// <summary>Stored spans that are not counted yet, those of this plan included.</summary>
    public const string PendingSql =
        "SELECT max(0, (SELECT coalesce(max(id), 0) FROM spans) - (SELECT coalesce(max(place), 0) FROM followers WHERE name = 'rollups'))";

    /// <summary>All traces that were looked at.</summary>
    public IReadOnlyList<long> Looked { get; private init; } = [];

    /// <summary>How often spans had been taken out of the rollups before this was read.</summary>
    public long Withdrawals { get; private init; }

    /// <summary>See <see cref="PendingSql"/>.</summary>
    public long Pending { get; private init; }

    private const int SpansAtOnce = 2000;
    private const int DueAtOnce = 50;

    // As many as a tree shows. What a longer trace has beyond that is counted as if it were a trace of its own.
    private const int SpansOfATree = 50_000;

    private const string NextSpans = "SELECT id, trace FROM spans WHERE id > (SELECT coalesce(max(place), 0) FROM followers WHERE name = 'rollups') ORDER BY id LIMIT $limit";

    private const string SpansOfTrace =
        $"""
        SELECT {RollupSpan.Columns}, s.span_id, s.parent_id, s.follows, s.kind FROM spans s WHERE s.trace = $trace AND s.id > $after ORDER BY s.id LIMIT $limit
        """;

    public static RollupPlan Read(ReadConnection connection)
    {
        var withdrawals = (long)connection.Command(FollowerPlaces.WithdrawalsSql).ExecuteScalar()!;
        var traces = ReadNumbers(connection.Command("SELECT trace FROM rollup_due LIMIT $limit").Bind("$limit", (long)DueAtOnce));
        var (touched, place) = ReadNext(connection);
        var changes = new List<(RollupSpan, RollupState)>();
        var texts = new RowTexts();
        var looked = traces.Concat(touched).Distinct().ToList();
        foreach (var trace in looked)
        {
            PlanTrace(trace, changes, texts, connection);
        }

        return new RollupPlan(changes, traces, place) 
        {
            Looked = looked,
            Withdrawals = withdrawals,
            Pending = place is null ? 0 : (long)connection.Command(PendingSql).ExecuteScalar()!,
        };
    }

    private static List<long> ReadNumbers(SqliteCommand command)
    {
        var numbers = new List<long>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            numbers.Add(row.GetInt64(0));
        }

        return numbers;
    }

    private static (HashSet<long> Traces, long? Place) ReadNext(ReadConnection connection)
    {
        var traces = new HashSet<long>();
        long? place = null;
        using var row = connection.Command(NextSpans).Bind("$limit", (long)SpansAtOnce).ExecuteReader();
        while (row.Read())
        {
            place = row.GetInt64(0);
            _ = traces.Add(row.GetInt64(1));
        }

        return (traces, place);
    }

    private static void PlanTrace(long trace, List<(RollupSpan Span, RollupState To)> changes, RowTexts texts, ReadConnection connection)
    {
        var after = 0L;
        while (true)
        {
            var spans = new List<RollupSpan>();
            var outlines = new List<SpanOutline>();
            using (var row = connection.Command(SpansOfTrace).Bind("$trace", trace).Bind("$after", after).Bind("$limit", (long)SpansOfATree).ExecuteReader())
            {
                while (row.Read())
                {
                    spans.Add(RollupSpan.Read(row, texts));
                    outlines.Add(Outline(row, spans[^1]));
                }
            }

            var counted = CountedCalls.Of(outlines);
            for (var i = 0; i < spans.Count; i++)
            {
                var to = counted.Contains(outlines[i].SpanId) ? RollupState.Call : RollupState.Other;
                if (to != spans[i].State)
                {
                    changes.Add((spans[i], to));
                }
            }

            if (spans.Count < SpansOfATree)
            {
                return;
            }

            after = spans[^1].Id;
        }
    }

    private static SpanOutline Outline(SqliteDataReader row, RollupSpan span) => new()
    {
        Id = span.Id,
        SpanId = StoredIds.ToSpanId(row.GetInt64(RollupSpan.Width)),
        ParentSpanId = StoredSpanReader.ReadNumber(row, RollupSpan.Width + 1) is { } parent ? StoredIds.ToSpanId(parent) : null,
        IsGateway = row.GetInt64(RollupSpan.Width + 2) == 1,
        Kind = row.GetString(RollupSpan.Width + 3),
        Name = "",
        Status = span.IsFailed ? SpanStatus.Error : SpanStatus.Unset,
        StatusMessage = "",
        StartUnixNanos = span.StartUnixNanos,
        EndUnixNanos = span.EndUnixNanos,
        ReceivedUnixNanos = 0,
        Facts = span.Facts,
    };
}
