using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Contents;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Storage.Sqlite.Contents;

/// <summary>Prompts and answers in <c>contents.db</c>: a file of their own, so that large texts never stand in the way of the charges in <c>weir.db</c>.</summary>
/// <remarks>Compressed on the thread of whoever saves. A commit is handed to the operating system: nothing durable is promised of contents.</remarks>
public sealed class SqliteContentStore : IContentStore, IAsyncDisposable
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "contents.db";

    private const int QueuedWrites = 64;
    private const int Readers = 2;

    // Half the size of quality 1 on conversations, and still quicker than they come.
    private const int Quality = 4;
    private const int Window = 20;
    private static readonly TimeSpan ReadBudget = TimeSpan.FromSeconds(5);

    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    private SqliteContentStore(SqliteDatabase database, TimeProvider time)
    {
        _writer = new GroupCommitWriter(database, QueuedWrites);
        _reads = new ReadPool(database, Readers, ReadBudget, time);
    }

    /// <summary>Opens the file of a data folder, and makes it when it is not there.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version.</exception>
    public static SqliteContentStore Open(string dataFolder, TimeProvider time) =>
        new(SqliteDatabase.Open(Path.Combine(dataFolder, FileName), Durability.Os, ContentSchema.Migrations), time);

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<ContentRow> contents, CancellationToken cancellationToken)
    {
        var packed = contents.Select(content => (Content: content, Bytes: Pack(content.Json.Span))).ToArray();
        await _writer.WriteAsync(
            connection =>
            {
                foreach (var (content, bytes) in packed)
                {
                    Insert(connection, content, bytes);
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ContentRow?> FindAsync(GenerationId id, CancellationToken cancellationToken) => _reads.ReadAsync(connection => Find(connection, id), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<int> EraseAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var erased = 0;
        await _writer.WriteAsync(connection => erased = Erase(connection, before, limit), cancellationToken);
        return erased;
    }

    /// <summary>Commits what was saved and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _reads.Dispose();
        await _writer.DisposeAsync();
    }

    private static void Insert(SqliteConnection connection, ContentRow content, byte[] packed)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO contents (generation_id, stored_at, length, brotli) VALUES ($id, $at, $length, $brotli)";
        _ = CommandParameters.Bind(command, "$id", content.GenerationId.Value);
        _ = CommandParameters.Bind(command, "$at", SqliteValues.Micros(content.StoredAt));
        _ = CommandParameters.Bind(command, "$length", content.Json.Length);
        _ = CommandParameters.Bind(command, "$brotli", packed);
        _ = command.ExecuteNonQuery();
    }

    private static ContentRow? Find(ReadConnection connection, GenerationId id)
    {
        var command = connection.Command("SELECT stored_at, length, brotli FROM contents WHERE generation_id = $id");
        using var reader = CommandParameters.Bind(command, "$id", id.Value).ExecuteReader();
        return reader.Read()
            ? new ContentRow { GenerationId = id, StoredAt = SqliteValues.Time(reader.GetInt64(0)), Json = Unpack(reader.GetFieldValue<byte[]>(2), reader.GetInt32(1)) }
            : null;
    }

    private static int Erase(SqliteConnection connection, DateTimeOffset before, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM contents WHERE id IN (SELECT id FROM contents WHERE stored_at < $before ORDER BY stored_at LIMIT $limit)";
        _ = CommandParameters.Bind(command, "$before", SqliteValues.Micros(before));
        _ = CommandParameters.Bind(command, "$limit", limit);
        var erased = command.ExecuteNonQuery();
        if (erased == 0)
        {
            return 0;
        }

        // A row for each page that is given back: without reading them all it would stop at the first.
        using var vacuum = connection.CreateCommand();
        vacuum.CommandText = "PRAGMA incremental_vacuum";
        using var pages = vacuum.ExecuteReader();
        while (pages.Read())
        {
        }

        return erased;
    }

    private static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("A content could not be compressed.");
    }

    private static byte[] Unpack(byte[] packed, int length)
    {
        var json = new byte[length];
        return BrotliDecoder.TryDecompress(packed, json, out var written) && written == length ? json : throw new InvalidDataException("A stored content is damaged.");
    }
}
