namespace Weir.Storage.Sqlite.Ledger.Migrations;

/// <summary>The migration that brings what a charge is made of, and what more <c>GET /generation</c> shows.</summary>
internal static class GenerationDetails
{
    // What was recorded before has no such parts: its charge is what the upstream's use cost.
    public const string Sql = """
        ALTER TABLE generations ADD COLUMN cache_nanos INTEGER;
        ALTER TABLE generations ADD COLUMN web_nanos INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE generations ADD COLUMN router TEXT;
        ALTER TABLE generations ADD COLUMN service_tier TEXT;
        ALTER TABLE generations ADD COLUMN prompt_media INTEGER;
        ALTER TABLE generations ADD COLUMN prompt_sounds INTEGER;
        ALTER TABLE generations ADD COLUMN completion_media INTEGER;
        ALTER TABLE generations ADD COLUMN image_tokens INTEGER;
        ALTER TABLE usage_hours ADD COLUMN cache_nanos INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE usage_hours ADD COLUMN web_nanos INTEGER NOT NULL DEFAULT 0;
        """;
}
