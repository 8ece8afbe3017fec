namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The tables of <c>weir.db</c>, one migration an entry; an entry that has been released is never changed.</summary>
internal static class LedgerSchema
{
    public static readonly string[] Migrations =
    [
        """
        CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE keys (
          hash TEXT PRIMARY KEY, label TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, workspace_id TEXT NOT NULL,
          disabled INTEGER NOT NULL, limit_nanos INTEGER, limit_reset INTEGER NOT NULL, include_byok INTEGER NOT NULL,
          created_at INTEGER NOT NULL, updated_at INTEGER, expires_at INTEGER, creator_user_id TEXT
        ) WITHOUT ROWID;

        -- What each key spent on each UTC day: the charges summed in the transaction that writes them, so that a start reads
        -- days and not charges.
        CREATE TABLE key_days (
          key_hash TEXT NOT NULL, day INTEGER NOT NULL, nanos INTEGER NOT NULL, PRIMARY KEY (key_hash, day)
        ) WITHOUT ROWID;

        CREATE TABLE charges (
          id INTEGER PRIMARY KEY, generation_id TEXT NOT NULL UNIQUE, key_hash TEXT NOT NULL, day INTEGER NOT NULL, nanos INTEGER NOT NULL
        );

        CREATE TABLE generations (
          id INTEGER PRIMARY KEY, generation_id TEXT NOT NULL UNIQUE, key_hash TEXT NOT NULL, workspace_id TEXT NOT NULL, created_at INTEGER NOT NULL,
          requested_model TEXT NOT NULL, model TEXT NOT NULL, provider_name TEXT, upstream_id TEXT, streamed INTEGER NOT NULL, cancelled INTEGER NOT NULL,
          finish_reason TEXT, native_finish_reason TEXT, status INTEGER NOT NULL, error_type TEXT, error_message TEXT,
          duration_ms REAL NOT NULL, latency_ms REAL, prompt_tokens INTEGER, completion_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER,
          usage_estimated INTEGER NOT NULL, charge_nanos INTEGER NOT NULL, external_user TEXT, session_id TEXT, http_referer TEXT, app_title TEXT,
          user_agent TEXT, attempts TEXT NOT NULL, trace_id TEXT NOT NULL, span_id TEXT NOT NULL, parent_span_id TEXT
        );
        """,
        """
        -- Sign-ins to the console and sign-in links: by the SHA-256 of their token, never its text.
        CREATE TABLE sessions (hash TEXT PRIMARY KEY, key_hash TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX sessions_by_expiry ON sessions (expires_at);
        CREATE TABLE login_links (hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        -- What was asked. Everything before was a chat.
        ALTER TABLE generations ADD COLUMN api_type TEXT NOT NULL DEFAULT 'completions';
        """,
        """
        -- Whose kept answer was given again; null for an answer of its own.
        ALTER TABLE generations ADD COLUMN response_cache_source_id TEXT;
        """,
        """
        -- Who gave what of an answer that several endpoints gave.
        ALTER TABLE generations ADD COLUMN parts TEXT;
        """,
    ];
}
