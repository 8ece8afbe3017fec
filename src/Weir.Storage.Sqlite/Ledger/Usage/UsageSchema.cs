namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>The migration that brings apps, logging policies, and sums of traffic by hour.</summary>
internal static class UsageSchema
{
    // The sums begin empty: what is there already is added in the background, in small steps, however much it is.
    public const string Migration = """
        CREATE TABLE apps (
          id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT, categories TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
        );
        ALTER TABLE generations ADD COLUMN app_id INTEGER;
        ALTER TABLE workspaces ADD COLUMN io_logging INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE workspaces ADD COLUMN io_sampling_rate TEXT NOT NULL DEFAULT '1';
        ALTER TABLE workspaces ADD COLUMN io_key_ids TEXT;

        -- What traffic is told apart by, one row for each combination that has been seen. Nothing is null here: a unique index lets nulls repeat.
        CREATE TABLE usage_cells (
          id INTEGER PRIMARY KEY, workspace_id TEXT NOT NULL, key_hash TEXT NOT NULL, model TEXT NOT NULL, provider_name TEXT NOT NULL, app_id INTEGER NOT NULL,
          api_type TEXT NOT NULL, finish_reason TEXT NOT NULL, error_type TEXT NOT NULL, context TEXT NOT NULL,
          UNIQUE (key_hash, model, provider_name, finish_reason, error_type, context, app_id, api_type, workspace_id)
        );
        -- Sums of the generations up to the id in usage_progress; hours are counted from the Unix epoch.
        CREATE TABLE usage_hours (
          hour INTEGER NOT NULL, cell_id INTEGER NOT NULL, requests INTEGER NOT NULL, errors INTEGER NOT NULL, cancelled INTEGER NOT NULL, prompt INTEGER NOT NULL,
          completion INTEGER NOT NULL, reasoning INTEGER NOT NULL, cached INTEGER NOT NULL, nanos INTEGER NOT NULL, byok_nanos INTEGER NOT NULL,
          PRIMARY KEY (hour, cell_id)
        ) WITHOUT ROWID;
        -- How their times are spread: how many fell into each bucket of a logarithmic scale.
        CREATE TABLE usage_times (
          hour INTEGER NOT NULL, kind INTEGER NOT NULL, cell_id INTEGER NOT NULL, bucket INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (hour, kind, cell_id, bucket)
        ) WITHOUT ROWID;
        CREATE TABLE usage_progress (id INTEGER PRIMARY KEY CHECK (id = 0), rolled_up_to INTEGER NOT NULL);
        INSERT INTO usage_progress VALUES (0, 0);
        """;
}
