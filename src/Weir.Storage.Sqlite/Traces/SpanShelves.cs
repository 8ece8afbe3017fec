namespace Weir.Storage.Sqlite.Traces;

/// <summary>Finds spans by their id alone: in shelves of spans that were stored after each other, the newest first.</summary>
/// <remarks>
/// One index over the ids of all spans would be written at another place for each span. A shelf stays in memory while it is filled, and a search goes once into each: 300 times
/// for ten million spans, some milliseconds. Who knows the trace asks for both instead.
/// </remarks>
internal static class SpanShelves
{
    /// <summary>The shelf of a row, in the words of the index.</summary>
    public const string ShelfOf = $"id {Divided}";

    // By 32,768. The index of files that are there is in these words: another number needs another index.
    private const string Divided = ">> 15";

    /// <summary>A part of FROM: the spans <c>s</c> with an id, in the order in which they are found.</summary>
    /// <param name="id">The id, as SQL.</param>
    public static string Search(string id) => $"{Shelves} CROSS JOIN spans s ON s.{ShelfOf} = shelves.shelf AND s.span_id = {id}";

    /// <summary>The numbers of all spans with one of some ids.</summary>
    /// <param name="ids">The ids: a SELECT.</param>
    public static string NumbersOf(string ids) => $"SELECT k.id FROM {Shelves} CROSS JOIN spans k ON k.{ShelfOf} = shelves.shelf AND k.span_id IN ({ids})";

    private const string Shelves =
        $"""
        (WITH RECURSIVE shelves(shelf) AS (
            SELECT (SELECT max(id) FROM spans) {Divided} UNION ALL SELECT shelf - 1 FROM shelves WHERE shelf > (SELECT min(id) FROM spans) {Divided})
         SELECT shelf FROM shelves) shelves
        """;
}
