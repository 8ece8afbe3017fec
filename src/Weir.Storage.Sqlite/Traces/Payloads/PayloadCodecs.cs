using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Which codecs a file uses, and whether this program can read them all.</summary>
internal static class PayloadCodecs
{
    /// <summary>Notes the codecs that this program writes, and stops at one that it cannot read.</summary>
    /// <exception cref="InvalidDataException">The file has payloads in a codec that is not there; its name is in the message.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT id, name FROM codecs";
        using (var rows = read.ExecuteReader())
        {
            while (rows.Read())
            {
                if (!Enum.IsDefined((PayloadCodec)rows.GetInt64(0)))
                {
                    throw new InvalidDataException(
                        $"{path} holds spans compressed with '{rows.GetString(1)}', which this machine cannot read. Install it, or start the Weir that wrote the folder.");
                }
            }
        }

        using var note = connection.CreateCommand();
        note.CommandText = "INSERT OR IGNORE INTO codecs(id, name) VALUES(0, 'none'), (1, 'brotli'), (2, 'brotli-block')";
        _ = note.ExecuteNonQuery();
    }
}
