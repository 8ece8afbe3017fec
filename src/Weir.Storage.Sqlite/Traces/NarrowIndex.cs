using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>An index in the order of lists that holds every span for which a filter can hold, and few others: then only those are looked at.</summary>
/// <param name="Name">Of the index.</param>
/// <param name="Condition">That a row is in it, in the words that SQLite knows a partial index by.</param>
/// <param name="Value">Of <c>$narrow</c> in the condition; null when there is none.</param>
internal sealed record NarrowIndex(string Name, string Condition, string? Value)
{
    /// <summary>The index for a filter; null when it says nothing of the kind, or no filter is given.</summary>
    public static NarrowIndex? Of(SpanFilter? filter) => filter is { Root: var root } ? Of(root) : null;

    /// <summary>A statement on <c>spans s</c>, by way of the index.</summary>
    public string Lead(string sql) => sql.Replace("FROM spans s", $"FROM spans s INDEXED BY {Name}", StringComparison.Ordinal);

    public SqliteCommand BindTo(SqliteCommand command) => Value is null ? command : command.Bind("$narrow", Value);

    private static NarrowIndex? Of(FilterNode node) => node switch
    {
        AndNode both => Better(Of(both.Left), Of(both.Right)),
        ComparisonNode { Operator: CompareOperator.Equal, Left: FieldTerm { Field: var field }, Right: LiteralTerm { Value.Text: { } text } } => Of(field, text),
        _ => null,
    };

    private static NarrowIndex? Of(SpanField field, string text) => field switch
    {
        SpanField.UserId => new NarrowIndex("spans_of_user", "s.user_id = $narrow", text),
        SpanField.StatusCode when text == "ERROR" => new NarrowIndex("failed_received", "s.status = 2", null),
        SpanField.Model => new NarrowIndex("spans_of_model", "s.model = $narrow", text),
        _ => null,
    };

    // A user has fewer spans than fail, and fewer fail than are of a model: as a rule, and a wrong guess only takes longer.
    private static NarrowIndex? Better(NarrowIndex? left, NarrowIndex? right) =>
        left is null || (right is not null && Rank(right) < Rank(left)) ? right : left;

    private static int Rank(NarrowIndex index) => index.Name switch
    {
        "spans_of_user" => 0,
        "failed_received" => 1,
        _ => 2,
    };
}
