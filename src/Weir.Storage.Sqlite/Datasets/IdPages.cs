using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Reads pages of lists that are ordered by id.</summary>
internal static class IdPages
{
    /// <summary>Characters of texts after which a page ends.</summary>
    public const long LargestPage = 8 << 20;

    /// <summary>Reads a page with a statement that has <c>$limit</c>.</summary>
    /// <param name="command">Its other parameters are set.</param>
    /// <param name="limit">The most items.</param>
    /// <param name="read">Reads an item of a row.</param>
    /// <param name="idOf">What the next page begins with.</param>
    /// <param name="sizeOf">Characters of an item's texts; null when they are short.</param>
    public static IdPage<T> Read<T>(SqliteCommand command, int limit, Func<SqliteDataReader, T> read, Func<T, long> idOf, Func<T, long>? sizeOf = null)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var size = 0L;
        using var row = command.Bind("$limit", limit + 1L).ExecuteReader();
        while (row.Read())
        {
            var item = read(row);
            size += sizeOf?.Invoke(item) ?? 0;
            if (items.Count == limit || (size > LargestPage && items.Count > 0))
            {
                return new IdPage<T>(items.ToImmutable(), idOf(item));
            }

            items.Add(item);
        }

        return new IdPage<T>(items.ToImmutable(), null);
    }
}
