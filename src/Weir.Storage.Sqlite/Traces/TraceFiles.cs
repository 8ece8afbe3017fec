using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Storage.Sqlite.Traces.Search;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>The files of the trace store.</summary>
/// <param name="Spans">Spans and what lies beside them.</param>
/// <param name="Texts">The index of words, which readers of <paramref name="Spans"/> see as <c>texts</c>; null when it is switched off.</param>
internal sealed record TraceFiles(SqliteDatabase Spans, SqliteDatabase? Texts)
{
    /// <summary>Opens them, making or bringing them to the newest form first. An index of words that is switched off is erased.</summary>
    /// <exception cref="InvalidDataException">A file was written by a newer version, or holds payloads that this machine cannot read.</exception>
    public static TraceFiles Open(string path, Durability durability, TraceStoreOptions options, TimeProvider time)
    {
        var spans = SqliteDatabase.Open(path, durability, TraceSchema.Migrations, options.OnMigrating, time);
        using var connection = spans.OpenConnection();
        PayloadCodecs.Check(connection, path);
        var textPath = TextIndexFile.PathBeside(path);
        if (!options.IndexesTexts)
        {
            TextIndexFile.Delete(textPath);
            return new TraceFiles(spans, null);
        }

        var texts = TextIndexFile.Open(textPath, connection);
        spans.Attach("texts", textPath);
        return new TraceFiles(spans, texts);
    }

    public GroupCommitWriter OpenWriter(int capacity) => new(Spans, capacity);

    public ReadPool OpenReaders(int count, TimeSpan budget, TimeProvider time) => new(Spans, count, budget, time);

    /// <summary>Begins to keep numbers and words behind the spans, and to erase what has expired.</summary>
    public TraceFollowers Follow(GroupCommitWriter writer, TraceStoreOptions options, TimeProvider time) => new(Spans, Texts, writer, options, time);
}
