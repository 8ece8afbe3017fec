namespace Weir.Storage.Sqlite.Ledger.Migrations;

/// <summary>The migration that brings what an administrative change changed.</summary>
internal static class AuditChanges
{
    public const string Sql = "ALTER TABLE audit ADD COLUMN changes TEXT;";
}
