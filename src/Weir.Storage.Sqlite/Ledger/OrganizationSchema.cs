namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The migration that brought users, groups, and memberships that follow from them.</summary>
internal static class OrganizationSchema
{
    public const string Sql = """
        CREATE TABLE users (
          id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE COLLATE NOCASE, first_name TEXT, last_name TEXT, role INTEGER NOT NULL, disabled INTEGER NOT NULL,
          issuer TEXT, subject TEXT, external_id TEXT, signed_out_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
          CHECK ((issuer IS NULL) = (subject IS NULL))
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX users_by_subject ON users (issuer, subject) WHERE subject IS NOT NULL;
        CREATE TABLE user_groups (
          id TEXT PRIMARY KEY, display_name TEXT NOT NULL, external_id TEXT, source INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX user_groups_of_claims ON user_groups (external_id) WHERE source = 0;
        CREATE TABLE group_members (group_id TEXT NOT NULL, user_id TEXT NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (group_id, user_id)) WITHOUT ROWID;
        CREATE TABLE group_mappings (
          id TEXT PRIMARY KEY, group_id TEXT NOT NULL, workspace_id TEXT NOT NULL, role INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
          UNIQUE (group_id, workspace_id)
        ) WITHOUT ROWID;
        ALTER TABLE sessions ADD COLUMN user_id TEXT;
        ALTER TABLE login_links ADD COLUMN user_id TEXT;

        -- What follows is not stored: members through groups, and everybody in the default workspace. So it cannot contradict what it follows from.
        CREATE VIEW memberships AS
        SELECT workspace_id, user_id, MAX(id) AS id, MAX(role) AS role, MAX(source) AS source, MIN(created_at) AS created_at
        FROM (
          SELECT workspace_id, user_id, id, role, 0 AS source, created_at FROM members
          UNION ALL
          SELECT m.workspace_id, g.user_id, NULL, m.role, 1, MAX(m.created_at, g.created_at) FROM group_mappings m JOIN group_members g USING (group_id)
          UNION ALL
          SELECT s.value, u.id, NULL, u.role, 2, u.created_at FROM users u JOIN settings s ON s.name = 'default_workspace_id'
        )
        WHERE user_id NOT IN (SELECT id FROM users WHERE disabled = 1)
        GROUP BY workspace_id, user_id;
        """;
}
