namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The migration that brought notices.</summary>
internal static class NotificationSchema
{
    public const string Sql = """
        -- What operators were told of, each once: the key is what makes it the same. Deliveries are what is still to be sent, and what came of it.
        CREATE TABLE notices (
          kind INTEGER NOT NULL, subject TEXT NOT NULL, window TEXT NOT NULL, percent INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, subject_name TEXT NOT NULL,
          reset INTEGER NOT NULL, limit_nanos INTEGER NOT NULL, amount_nanos INTEGER NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY (kind, subject, window, percent)
        ) WITHOUT ROWID;
        CREATE TABLE deliveries (
          notice_id TEXT NOT NULL, channel TEXT NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL, problem TEXT,
          PRIMARY KEY (notice_id, channel)
        ) WITHOUT ROWID;
        CREATE INDEX deliveries_waiting ON deliveries (due_at) WHERE state = 0;
        """;
}
