using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>Spans are found by their id alone, whichever shelf they stand on, and every search takes the index that was made for it.</summary>
public sealed class SpanShelvesTests : IDisposable
{
    // First and last of a shelf, one of a shelf in the middle, and two spans of different traces with the same id; shelf 2 is empty.
    private static readonly (long Id, long Trace, long SpanId)[] Rows = [(1, 1, 11), (32_767, 1, 12), (32_768, 2, 11), (100_000, 3, 13), (131_071, 3, 11)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(11, new long[] { 1, 32_768, 131_071 })]
    [InlineData(12, new long[] { 32_767 })]
    [InlineData(13, new long[] { 100_000 })]
    [InlineData(14, new long[0])]
    public void NumbersOf_AnId_FindsItOnEveryShelf(long spanId, long[] expected)
    {
        using var connection = Filled();

        Assert.Equal(expected, Numbers(connection, SpanShelves.NumbersOf($"{spanId}")).Order());
        Assert.Equal(expected, Numbers(connection, $"SELECT s.id FROM {SpanShelves.Search($"{spanId}")}").Order());
    }

    [Fact]
    public void Search_FindsTheNewestFirst()
    {
        using var connection = Filled();

        Assert.Equal([131_071, 32_768, 1], Numbers(connection, $"SELECT s.id FROM {SpanShelves.Search("11")}"));
    }

    [Fact]
    public void NumbersOf_NoSpansAtAll_FindsNone()
    {
        using var connection = Database().OpenConnection();

        Assert.Empty(Numbers(connection, SpanShelves.NumbersOf("11")));
    }

    [Fact]
    public void Migration_OfAStoreThatSearchedByOneIndex_KeepsEverySpanOnce()
    {
        using (var old = Database(6).OpenConnection())
        {
            Fill(old);
        }

        using var connection = Database().OpenConnection();

        Assert.Equal([1, 32_768, 131_071], Numbers(connection, SpanShelves.NumbersOf("11")).Order());
        Assert.Equal(Rows.Select(row => row.Id), Numbers(connection, "SELECT id FROM spans ORDER BY id"));
        Assert.Equal([7], Numbers(connection, "SELECT DISTINCT rolled FROM spans"));
        var refusal = Assert.Throws<SqliteException>(() => Insert(connection, (200_000, 1, 11)));
        Assert.Contains("UNIQUE", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT * FROM spans s WHERE s.trace = 1 ORDER BY s.start_ns, s.id LIMIT 5", "spans_of_trace")]
    [InlineData("SELECT * FROM spans WHERE trace = 1 AND id > 1 ORDER BY id LIMIT 5", "spans_of_trace")]
    [InlineData("SELECT 1 FROM spans WHERE span_id = 1 AND trace = 1", "spans_by_trace_and_id")]
    [InlineData("SELECT 1 FROM spans WHERE trace = 1 AND status = 2", "failed_spans")]
    public void Query_TakesTheIndexThatWasMadeForIt(string sql, string index)
    {
        using var connection = Database().OpenConnection();

        Assert.Contains(Plan(connection, sql), step => step.Contains($" {index} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Queries_ByIdAlone_GoThroughTheShelves()
    {
        using var connection = Database().OpenConnection();

        Assert.All(
            [SpanShelves.NumbersOf("1"), $"SELECT s.id FROM {SpanShelves.Search("1")}", $"SELECT * FROM spans s WHERE s.id IN ({SpanShelves.NumbersOf("SELECT value FROM json_each('[1]')")})"],
            sql => Assert.Contains(Plan(connection, sql), step => step.Contains("spans_by_id (<expr>=? AND span_id=?)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task QuerySpans_ByIdsAlone_FindsThoseOfTheProject()
    {
        await using var store = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, TimeProvider.System);
        await store.AppendAsync([Span(1, 1), Span(1, 2), Span(2, 1)], CancellationToken.None);
        var project = Assert.Single((await store.ListProjectsAsync(new ProjectQuery { WorkspaceId = Workspace, Limit = 5 }, CancellationToken.None)).Projects);

        var page = await store.QuerySpansAsync(
            new SpanQuery { WorkspaceId = Workspace, ProjectId = project.Id, SpanIds = [new(1)], Limit = 10 }, CancellationToken.None);

        Assert.Equal(2, page.Spans.Length);
        Assert.All(page.Spans, span => Assert.Equal(1UL, span.Row.SpanId.Value));
    }

    private static List<string> Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var row = command.ExecuteReader();
        var steps = new List<string>();
        while (row.Read())
        {
            steps.Add(row.GetString(3));
        }

        return steps;
    }

    private static List<long> Numbers(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var numbers = new List<long>();
        while (row.Read())
        {
            numbers.Add(row.GetInt64(0));
        }

        return numbers;
    }

    private static void Fill(SqliteConnection connection)
    {
        foreach (var row in Rows)
        {
            Insert(connection, row);
        }
    }

    private static void Insert(SqliteConnection connection, (long Id, long Trace, long SpanId) row) => SqliteDatabase.Execute(
        connection,
        $"""
        INSERT INTO spans(id, trace, span_id, project, follows, name, kind, start_ns, end_ns, received_ns, status, status_message, rolled)
        VALUES({row.Id}, {row.Trace}, {row.SpanId}, 1, 0, 'n', 'LLM', 1, 2, 3, 0, '', 7)
        """);

    private SqliteConnection Filled()
    {
        var connection = Database().OpenConnection();
        Fill(connection);
        return connection;
    }

    private SqliteDatabase Database(int? version = null) =>
        SqliteDatabase.Open(_folder.File("traces.db"), Durability.Os, [.. TraceSchema.Migrations.Take(version ?? TraceSchema.Migrations.Count)]);
}
