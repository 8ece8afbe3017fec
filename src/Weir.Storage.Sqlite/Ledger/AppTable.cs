using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Apps;
using Weir.Ledger.Records;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Makes, changes and reads the records of apps.</summary>
internal sealed class AppTable(PreparedCommands commands)
{
    // Who holds a key can name any address: more apps than these are not told apart.
    private const long MostApps = 100_000;

    private const string FindSql = "SELECT id, title, categories FROM apps WHERE url = $url";

    private const string InsertSql = """
        INSERT INTO apps (url, title, categories, created_at, updated_at)
        SELECT $url, $title, $categories, $at, $at WHERE (SELECT IFNULL(MAX(id), 0) FROM apps) < $most RETURNING id
        """;

    private const string ChangeSql = "UPDATE apps SET title = $title, categories = $categories, updated_at = $at WHERE id = $id";

    /// <summary>
    /// The number of the app of a generation, whose record is made or brought up to date; null when it names none. Inside the writer's transaction.
    /// </summary>
    public long? Note(SqliteConnection connection, GenerationRow generation)
    {
        if (generation.App is not { } app)
        {
            return null;
        }

        var find = commands.Get(connection, FindSql, ["url"]);
        find.Bind("$url", app.Url);
        long id;
        string? title;
        ImmutableArray<string> categories;
        using (var reader = find.ExecuteReader())
        {
            if (!reader.Read())
            {
                reader.Close();
                return Insert(connection, generation, app);
            }

            (id, title, categories) = (reader.GetInt64(0), reader.Text("title"), CategoriesOf(reader));
        }

        var merged = AppCategories.Merge(categories, app.Categories);
        if ((app.Title is { } next && next != title) || merged.Length != categories.Length)
        {
            var change = commands.Get(connection, ChangeSql, ["title", "categories", "at", "id"]);
            change.Bind("$title", app.Title ?? title);
            change.Bind("$categories", string.Join(',', merged));
            change.Bind("$at", SqliteValues.Micros(generation.CreatedAt));
            change.Bind("$id", id);
            _ = change.ExecuteNonQuery();
        }

        return id;
    }

    public static IReadOnlyList<AppRow> ReadAll(ReadConnection connection)
    {
        using var reader = connection.Command("SELECT * FROM apps").ExecuteReader();
        var apps = new List<AppRow>();
        while (reader.Read())
        {
            apps.Add(new AppRow
            {
                Id = reader.Number("id") ?? 0,
                Url = reader.RequiredText("url"),
                Title = reader.Text("title"),
                Categories = CategoriesOf(reader),
            });
        }

        return apps;
    }

    private long? Insert(SqliteConnection connection, GenerationRow generation, AppAttribution app)
    {
        var insert = commands.Get(connection, InsertSql, ["url", "title", "categories", "at", "most"]);
        insert.Bind("$url", app.Url);
        insert.Bind("$title", app.Title);
        insert.Bind("$categories", string.Join(',', app.Categories));
        insert.Bind("$at", SqliteValues.Micros(generation.CreatedAt));
        insert.Bind("$most", MostApps);
        return insert.ExecuteScalar() as long?;
    }

    private static ImmutableArray<string> CategoriesOf(SqliteDataReader reader) =>
        [.. reader.RequiredText("categories").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
