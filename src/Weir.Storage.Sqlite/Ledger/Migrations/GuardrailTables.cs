namespace Weir.Storage.Sqlite.Ledger.Migrations;

/// <summary>Makes the tables of guardrails.</summary>
internal static class GuardrailTables
{
    public const string Sql = """
        -- Lists and filters are JSON: they are read whole, into memory, and searched nowhere.
        CREATE TABLE guardrails (
          id TEXT PRIMARY KEY, workspace_id TEXT NOT NULL, name TEXT NOT NULL, description TEXT, limit_nanos INTEGER, limit_reset INTEGER NOT NULL,
          include_byok INTEGER NOT NULL, allowed_models TEXT, ignored_models TEXT, allowed_providers TEXT, ignored_providers TEXT,
          zdr_anthropic INTEGER, zdr_openai INTEGER, zdr_google INTEGER, zdr_xai INTEGER, zdr_other INTEGER,
          free_publication INTEGER, free_training INTEGER, paid_training INTEGER, content_filters TEXT, builtin_filters TEXT,
          created_at INTEGER NOT NULL, updated_at INTEGER
        ) WITHOUT ROWID;
        -- The key of the table says that each key and each member has at most one. kind: 0 key, 1 member.
        CREATE TABLE guardrail_assignments (
          kind INTEGER NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL, guardrail_id TEXT NOT NULL, assigned_by TEXT, created_at INTEGER NOT NULL,
          PRIMARY KEY (kind, subject)
        ) WITHOUT ROWID;
        CREATE INDEX guardrail_assignments_of ON guardrail_assignments (guardrail_id);
        CREATE TRIGGER guardrails_go_with_workspaces AFTER DELETE ON workspaces BEGIN
          DELETE FROM guardrails WHERE workspace_id = OLD.id;
        END;
        CREATE TRIGGER assignments_go_with_guardrails AFTER DELETE ON guardrails BEGIN
          DELETE FROM guardrail_assignments WHERE guardrail_id = OLD.id;
        END;
        CREATE TRIGGER assignments_go_with_keys AFTER DELETE ON keys BEGIN
          DELETE FROM guardrail_assignments WHERE kind = 0 AND subject = OLD.hash;
        END;
        CREATE TRIGGER assignments_go_with_members AFTER DELETE ON members
        WHEN NOT EXISTS (SELECT 1 FROM members WHERE user_id = OLD.user_id) BEGIN
          DELETE FROM guardrail_assignments WHERE kind = 1 AND subject = OLD.user_id;
        END;
        -- Whose keys there have been: what a member spent stays the member's when the key is deleted.
        CREATE TABLE key_owners (key_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, workspace_id TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO key_owners SELECT hash, creator_user_id, workspace_id FROM keys WHERE creator_user_id IS NOT NULL;
        CREATE TRIGGER owners_stay_when_keys_go AFTER INSERT ON keys WHEN NEW.creator_user_id IS NOT NULL BEGIN
          INSERT OR REPLACE INTO key_owners VALUES (NEW.hash, NEW.creator_user_id, NEW.workspace_id);
        END;
        """;
}
