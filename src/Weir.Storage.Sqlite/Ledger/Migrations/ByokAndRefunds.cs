namespace Weir.Storage.Sqlite.Ledger.Migrations;

/// <summary>What credentials of one's own are billed, and refunds that give a charge back in parts.</summary>
internal static class ByokAndRefunds
{
    public const string Sql = """
        -- Exchanges with a credential of somebody's own: their charge is the fee, what the provider bills its owner stands beside it.
        ALTER TABLE generations ADD COLUMN is_byok INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE generations ADD COLUMN upstream_nanos INTEGER;
        ALTER TABLE key_days ADD COLUMN byok_nanos INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE workspace_days ADD COLUMN byok_nanos INTEGER NOT NULL DEFAULT 0;
        -- A charge is one entry, its refunds can be several: together never more than it. The day of a refund is that of its charge.
        ALTER TABLE entries ADD COLUMN idempotency_key TEXT;
        DROP INDEX entries_of_generations;
        CREATE UNIQUE INDEX entries_of_charges ON entries (generation_id) WHERE kind = 1;
        CREATE INDEX entries_of_refunds ON entries (generation_id) WHERE kind = 2;
        CREATE UNIQUE INDEX entries_by_idempotency_key ON entries (idempotency_key) WHERE idempotency_key IS NOT NULL;
        CREATE TRIGGER refunds_stay_within_their_charge BEFORE INSERT ON entries WHEN NEW.kind = 2 BEGIN
          SELECT RAISE(ABORT, 'a refund is never more than is left of its charge')
          WHERE NEW.nanos > IFNULL((SELECT -nanos FROM entries WHERE generation_id = NEW.generation_id AND kind = 1), 0)
                          - IFNULL((SELECT SUM(nanos) FROM entries WHERE generation_id = NEW.generation_id AND kind = 2), 0);
        END;
        """;
}
