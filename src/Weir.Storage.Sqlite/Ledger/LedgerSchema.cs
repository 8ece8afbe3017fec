using Weir.Storage.Sqlite.Ledger.Migrations;
using Weir.Storage.Sqlite.Ledger.Usage;

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
        """
        -- Every movement of money: 0 grant, 1 charge, 2 refund. Signed, so that the balance is the sum; written once, never changed.
        CREATE TABLE entries (
          id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, nanos INTEGER NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL,
          workspace_id TEXT NOT NULL, generation_id TEXT, actor TEXT NOT NULL, note TEXT,
          CHECK (CASE kind WHEN 1 THEN nanos < 0 ELSE nanos > 0 END), CHECK ((kind = 0) = (generation_id IS NULL))
        );
        CREATE UNIQUE INDEX entries_of_generations ON entries (generation_id, kind) WHERE generation_id IS NOT NULL;
        CREATE INDEX entries_of_credits ON entries (kind, nanos) WHERE kind <> 1;
        INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor)
          SELECT 1, -c.nanos, c.day, IFNULL(g.created_at, (c.day - 719162) * 86400000000),
                 IFNULL(g.workspace_id, (SELECT value FROM settings WHERE name = 'default_workspace_id')), c.generation_id, c.key_hash
          FROM charges c LEFT JOIN generations g USING (generation_id) ORDER BY c.id;
        DROP TABLE charges;
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries of the ledger are never changed'); END;
        CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries of the ledger are never deleted'); END;
        -- What each workspace spent on each UTC day, as key_days.
        CREATE TABLE workspace_days (
          workspace_id TEXT NOT NULL, day INTEGER NOT NULL, nanos INTEGER NOT NULL, PRIMARY KEY (workspace_id, day)
        ) WITHOUT ROWID;
        INSERT INTO workspace_days SELECT workspace_id, day, -SUM(nanos) FROM entries GROUP BY workspace_id, day;
        CREATE TABLE workspaces (
          id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT, created_at INTEGER NOT NULL, updated_at INTEGER,
          created_by TEXT, include_byok INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE budgets (
          workspace_id TEXT NOT NULL, reset INTEGER NOT NULL, id TEXT NOT NULL, limit_nanos INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
          PRIMARY KEY (workspace_id, reset)
        ) WITHOUT ROWID;
        CREATE TABLE members (
          workspace_id TEXT NOT NULL, user_id TEXT NOT NULL, id TEXT NOT NULL, role INTEGER NOT NULL, created_at INTEGER NOT NULL,
          PRIMARY KEY (workspace_id, user_id)
        ) WITHOUT ROWID;
        CREATE INDEX generations_by_time ON generations (created_at);
        CREATE TABLE feedback (
          generation_id TEXT NOT NULL, category TEXT NOT NULL, actor TEXT NOT NULL, comment TEXT, at INTEGER NOT NULL, PRIMARY KEY (generation_id, category, actor)
        ) WITHOUT ROWID;
        -- Provider credentials, each sealed with the key that the setting secret_key_id names.
        CREATE TABLE provider_keys (
          id TEXT PRIMARY KEY, provider TEXT NOT NULL, sealed TEXT NOT NULL, label TEXT NOT NULL, name TEXT, workspace_id TEXT, disabled INTEGER NOT NULL,
          is_fallback INTEGER NOT NULL, sort_order INTEGER NOT NULL, allowed_models TEXT, allowed_key_hashes TEXT, allowed_user_ids TEXT, created_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE audit (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, status INTEGER);
        -- Authorization codes of the PKCE flow: by the SHA-256 of the code, used once.
        CREATE TABLE authorization_codes (
          hash TEXT PRIMARY KEY, challenge TEXT, method TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, name TEXT NOT NULL, workspace_id TEXT,
          limit_nanos INTEGER, limit_reset INTEGER NOT NULL, key_expires_at INTEGER, creator_user_id TEXT
        ) WITHOUT ROWID;
        """,
        WorkspaceDefaultsTable.Migration,
        ByokAndRefunds.Sql,
        GuardrailTables.Sql,
        UsageSchema.Migration,
        OrganizationSchema.Sql,
        NotificationSchema.Sql,
        GenerationDetails.Sql,
        AuditChanges.Sql,
    ];
}
