using System.Globalization;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Projects as groups: by number while numbers are added up, by name at the end.</summary>
internal static class ProjectNames
{
    public static string Key(long project) => project.ToString(CultureInfo.InvariantCulture);

    public static string? Read(string key, ReadConnection connection) =>
        connection.Command("SELECT name FROM projects WHERE id = $project").Bind("$project", long.Parse(key, CultureInfo.InvariantCulture)).ExecuteScalar() as string;
}
