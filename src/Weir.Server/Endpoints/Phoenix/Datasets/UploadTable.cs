using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>A file of rows with named values: CSV or JSON lines.</summary>
/// <param name="Rows">Each row's values by name; what a row lacks is not there.</param>
/// <param name="Names">Every name that a row may have.</param>
/// <param name="IsText">Whether values are the texts of CSV, whose dotted names stand for objects in objects.</param>
internal sealed record UploadTable(IReadOnlyList<IReadOnlyDictionary<string, JsonNode?>> Rows, IReadOnlySet<string> Names, bool IsText)
{
    /// <exception cref="GatewayException">422: it is not CSV, or has no header, or a name twice.</exception>
    public static UploadTable OfCsv(ReadOnlySpan<byte> file)
    {
        using var lines = CsvRows.Read(Encoding.UTF8.GetString(file)).GetEnumerator();
        if (!lines.MoveNext())
        {
            throw PhoenixEdge.Unprocessable("Missing CSV column header");
        }

        var names = lines.Current;
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw PhoenixEdge.Unprocessable($"Duplicated column header in CSV file: {twice.Key}");
        }

        var rows = new List<IReadOnlyDictionary<string, JsonNode?>>();
        while (lines.MoveNext())
        {
            rows.Add(Row(names, lines.Current));
            DraftReader.Bound(rows.Count);
        }

        return new UploadTable(rows, names.ToHashSet(StringComparer.Ordinal), IsText: true);
    }

    /// <exception cref="GatewayException">422: a line is not a JSON object.</exception>
    public static UploadTable OfJsonLines(ReadOnlySpan<byte> file)
    {
        var rows = new List<IReadOnlyDictionary<string, JsonNode?>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var range in file.Split((byte)'\n'))
        {
            number++;
            var line = file[range];
            if (line.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            rows.Add(Row(line, number));
            names.UnionWith(rows[^1].Keys);
            DraftReader.Bound(rows.Count);
        }

        return new UploadTable(rows, names, IsText: false);
    }

    // An empty field says nothing, and neither does one that a short line lacks.
    private static Dictionary<string, JsonNode?> Row(List<string> names, List<string> fields)
    {
        var row = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(names.Count, fields.Count); i++)
        {
            if (!string.IsNullOrWhiteSpace(fields[i]))
            {
                row.Add(names[i], JsonValue.Create(fields[i]));
            }
        }

        return row;
    }

    private static Dictionary<string, JsonNode?> Row(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject row)
            {
                return row.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
            }
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            throw PhoenixEdge.Unprocessable($"Line {number} is not a JSON object: {wrong.Message}");
        }

        throw PhoenixEdge.Unprocessable($"Line {number} is not a JSON object.");
    }
}
