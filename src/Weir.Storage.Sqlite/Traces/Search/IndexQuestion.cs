using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Filter;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>What a filter asks of the index of words.</summary>
internal static class IndexQuestion
{
    /// <summary>The question in the language of the index; null when the filter can hold for spans without these words, or there is no index.</summary>
    /// <remarks>Words are letters and digits only, and each stands in quotes: nothing in them is an operator.</remarks>
    public static string? Of(SpanFilter? filter, ReadConnection connection) =>
        connection.HasIndex && filter is { Root: var root } && Required(root) is { } search
            ? string.Join(' ', search.Words.Select(word => $"\"{word.Text}\"{(word.IsBeginning ? "*" : "")}"))
            : null;

    /// <summary>The last span whose words are in the index.</summary>
    public static long ReadPlace(ReadConnection connection) => (long)connection.Command("SELECT place FROM texts.state").ExecuteScalar()!;

    private static SearchNode? Required(FilterNode node) => node switch
    {
        SearchNode search => search,
        AndNode both => Required(both.Left) ?? Required(both.Right),
        _ => null,
    };
}
