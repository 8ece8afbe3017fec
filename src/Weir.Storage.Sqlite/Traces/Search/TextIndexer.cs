using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Search;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>Follows the spans with the index of their words, and forgets those of erased ones.</summary>
/// <remarks>Used by one loop. Reads spans on a connection of its own, so that those who ask never wait for it.</remarks>
internal sealed class TextIndexer : IDisposable
{
    private const int SpansAtOnce = 1000;

    // Opened and cut into words at once: some megabytes, whatever spans are like.
    private const long BytesAtOnce = 16L << 20;

    private const string NextSpans = "SELECT id, name, status_message FROM spans WHERE id > $place ORDER BY id LIMIT $limit";

    private readonly ReadPool _spans;
    private readonly GroupCommitWriter _traces;
    private readonly SqliteConnection _index;
    private readonly SqliteCommand _insert;
    private readonly SpanWords _words = new();
    private long _place;
    private long _pending;

    public TextIndexer(SqliteDatabase index, ReadPool spans, GroupCommitWriter traces)
    {
        _spans = spans;
        _traces = traces;
        _index = index.OpenConnection();
        _place = SqliteDatabase.ReadNumber(_index, "SELECT place FROM state");
        _insert = WriterCommand.Of(_index, "INSERT INTO words(rowid, body) VALUES($id, $words)");
    }

    /// <summary>Stored spans whose words are not in the index yet, as of the last look.</summary>
    public long Pending => Volatile.Read(ref _pending);

    /// <summary>Indexes some spans and forgets some; false when there are no more.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var forgot = await ForgetAsync(cancellationToken);
        var (spans, newest) = await _spans.ReadAsync(ReadNext, cancellationToken);
        if (spans.Count > 0)
        {
            Write(spans);
        }

        Volatile.Write(ref _pending, Math.Max(0, newest - _place));
        return forgot || spans.Count > 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _index.Dispose();
    }

    private (List<(long Id, string Words)> Spans, long Newest) ReadNext(ReadConnection connection)
    {
        var spans = new List<(long, string)>();
        var newest = connection.Command("SELECT max(id) FROM spans").ExecuteScalar() as long? ?? 0;
        var bytes = 0L;
        var payloads = new PayloadReader(connection);
        using var row = connection.Command(NextSpans).Bind("$place", _place).Bind("$limit", (long)SpansAtOnce).ExecuteReader();
        while (bytes < BytesAtOnce && row.Read())
        {
            var attributes = payloads.Find(row.GetInt64(0))?.Attributes ?? "{}"u8.ToArray();
            bytes += attributes.Length;
            _words.Read(row.GetString(1), row.GetString(2), attributes.Span);
            spans.Add((row.GetInt64(0), string.Join(' ', _words.All)));
        }

        return (spans, newest);
    }

    // Words and place in one transaction: a span is in the index once, whenever the machine stops.
    private void Write(List<(long Id, string Words)> spans)
    {
        SqliteDatabase.Execute(_index, "BEGIN IMMEDIATE");
        try
        {
            foreach (var (id, words) in spans)
            {
                _ = _insert.Bind("$id", id).Bind("$words", words).ExecuteNonQuery();
            }

            using var move = WriterCommand.Of(_index, "UPDATE state SET place = $place");
            _ = move.Bind("$place", spans[^1].Id).ExecuteNonQuery();
            SqliteDatabase.Execute(_index, "COMMIT");
            _place = spans[^1].Id;
        }
        catch
        {
            SqliteDatabase.Execute(_index, "ROLLBACK");
            throw;
        }
    }

    // First from the index, then from the list: after a crash in between they are forgotten twice, which is nothing.
    private async Task<bool> ForgetAsync(CancellationToken cancellationToken)
    {
        var erased = await _spans.ReadAsync(ErasedSpans.Read, cancellationToken);
        if (erased is null)
        {
            return false;
        }

        using (var forget = WriterCommand.Of(_index, "DELETE FROM words WHERE rowid IN (SELECT value FROM json_each($spans) WHERE value <= $place)"))
        {
            _ = forget.Bind("$spans", erased).Bind("$place", _place).ExecuteNonQuery();
        }

        await _traces.WriteAsync(connection => ErasedSpans.Clear(erased, connection), cancellationToken);
        return true;
    }
}
