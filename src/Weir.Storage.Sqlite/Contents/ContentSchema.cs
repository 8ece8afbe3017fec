namespace Weir.Storage.Sqlite.Contents;

/// <summary>The tables of <c>contents.db</c>, one migration an entry; an entry that has been released is never changed.</summary>
internal static class ContentSchema
{
    public static readonly string[] Migrations =
    [
        """
        -- What was asked and answered, as JSON in brotli.
        CREATE TABLE contents (id INTEGER PRIMARY KEY, generation_id TEXT NOT NULL UNIQUE, stored_at INTEGER NOT NULL, length INTEGER NOT NULL, brotli BLOB NOT NULL);
        CREATE INDEX contents_by_age ON contents (stored_at);
        """,
    ];
}
