namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>The migration of <c>traces.db</c> that brings kept numbers, indexes for lists by filter, and what follows behind the spans.</summary>
/// <remarks>
/// Columns and tables are made at once and indexes take seconds for a million spans; the numbers of spans that are there already come
/// from the same follower as those of new ones, in small steps while the server serves.
/// </remarks>
internal static class RollupSchema
{
    /// <remarks>
    /// <c>spans.rolled</c> says what a span adds to the rollups now: 0 nothing yet, 1 a call, 2 a span that is no call of its own
    /// (<see cref="RollupState"/>). 0 and 1 take no room in a row. <c>rollup_due</c> holds traces to look at again, <c>followers</c>
    /// how far each follower is, <c>erased_spans</c> what the text index, which is a file of its own, has still to forget, and <c>store</c> a
    /// number by which that file knows that it belongs to this one.
    /// </remarks>
    public const string Migration =
        """
        ALTER TABLE spans ADD COLUMN cache_read_tokens INTEGER;
        ALTER TABLE spans ADD COLUMN api_key TEXT;
        ALTER TABLE spans ADD COLUMN app TEXT;
        ALTER TABLE spans ADD COLUMN rolled INTEGER NOT NULL DEFAULT 0;

        CREATE INDEX spans_started ON spans(project, start_ns);
        CREATE INDEX spans_of_model ON spans(project, model, received_ns) WHERE model IS NOT NULL;
        CREATE INDEX spans_of_user ON spans(project, user_id, received_ns) WHERE user_id IS NOT NULL;
        CREATE INDEX failed_received ON spans(project, received_ns) WHERE status = 2;

        CREATE TABLE rollups(
            project INTEGER NOT NULL,
            series INTEGER NOT NULL,
            start INTEGER NOT NULL,
            value TEXT NOT NULL,
            spans INTEGER NOT NULL,
            errors INTEGER NOT NULL,
            calls INTEGER NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            total_tokens INTEGER NOT NULL,
            cache_read_tokens INTEGER NOT NULL,
            cost_nanos INTEGER NOT NULL,
            latency BLOB NOT NULL,
            PRIMARY KEY(project, series, start, value)) STRICT, WITHOUT ROWID;
        CREATE TABLE rollup_due(trace INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE followers(name TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE erased_spans(span INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE store(identity INTEGER NOT NULL) STRICT;
        INSERT INTO store(identity) VALUES(random())
        """;
}
