using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Finds and erases rows of <c>span_payloads</c>.</summary>
internal static class PayloadRows
{
    /// <summary>The row that a span's payload is in, if it is there.</summary>
    public const string HoldingSpan = "SELECT span, body FROM span_payloads WHERE span <= $span ORDER BY span DESC LIMIT 1";

    /// <summary>Erases payloads on the writer's connection: blocks that hold others too are packed anew without them, so that nothing of them stays.</summary>
    public static void Erase(IEnumerable<long> spans, SqliteConnection connection)
    {
        var erased = spans.ToHashSet();
        using var find = WriterCommand.Of(connection, HoldingSpan);
        using var keep = WriterCommand.Of(connection, "UPDATE span_payloads SET body = $body WHERE span = $span");
        using var erase = WriterCommand.Of(connection, "DELETE FROM span_payloads WHERE span = $span");
        var done = new HashSet<long>();
        foreach (var span in erased)
        {
            if (done.Contains(span) || Read(find.Bind("$span", span)) is not { } block)
            {
                continue;
            }

            done.UnionWith(block.Members.Select(member => member.Span));
            if (block.PackWithout(erased) is { } rest)
            {
                _ = keep.Bind("$span", block.First).Bind("$body", rest).ExecuteNonQuery();
            }
            else
            {
                _ = erase.Bind("$span", block.First).ExecuteNonQuery();
            }
        }
    }

    private static PayloadBlock? Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? PayloadBlock.Unpack(row.GetInt64(0), (byte[])row.GetValue(1)) : null;
    }
}
