using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>The columns of a dataset as CSV: ids, splits when there are any, and one for each value of input, output and metadata.</summary>
/// <remarks>
/// Members of objects have columns of their own, <c>input.context.source</c>; lists and empty objects are JSON. The examples are read twice: once
/// for the names of their columns.
/// </remarks>
internal sealed class ExampleColumns
{
    private const int MostColumns = 4096;

    private readonly List<string>[] _names = [[], [], []];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private bool _hasSplits;

    /// <summary>Makes columns for an example.</summary>
    /// <exception cref="GatewayException">422: there are too many.</exception>
    public void Add(ExampleRow example)
    {
        _hasSplits |= !example.Splits.IsEmpty;
        foreach (var (side, name, _) in Values(example))
        {
            if (_known.Add(name))
            {
                _names[side].Add(name);
            }
        }

        if (_known.Count > MostColumns)
        {
            throw PhoenixEdge.Unprocessable($"The dataset has more than {MostColumns} columns as CSV. Download it as JSON lines.");
        }
    }

    public string Header()
    {
        var line = new StringBuilder(_hasSplits ? "id,node_id,splits" : "id,node_id");
        foreach (var name in _names.SelectMany(names => names))
        {
            CsvText.AppendPlain(line.Append(','), name);
        }

        return line.Append('\n').ToString();
    }

    public string Line(ExampleRow example)
    {
        var node = GlobalId.Of(NodeType.DatasetExample, example.Id);
        var line = new StringBuilder();
        CsvText.AppendText(line, example.ExternalId ?? node);
        _ = line.Append(',').Append(node);
        if (_hasSplits)
        {
            CsvText.AppendPlain(line.Append(','), "[" + string.Join(", ", example.Splits.Select(split => $"\"{JsonEncodedText.Encode(split)}\"")) + "]");
        }

        var values = Values(example).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        foreach (var name in _names.SelectMany(names => names))
        {
            _ = line.Append(',');
            if (values.TryGetValue(name, out var value))
            {
                Append(line, value);
            }
        }

        return line.Append('\n').ToString();
    }

    private static void Append(StringBuilder line, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                CsvText.AppendText(line, JsonTexts.Of(value));
                break;
            default:
                CsvText.AppendPlain(line, value.GetRawText());
                break;
        }
    }

    private static IEnumerable<(int Side, string Name, JsonElement Value)> Values(ExampleRow example) =>
    [
        .. Leaves("input", JsonElement.Parse(example.Input)).Select(leaf => (0, leaf.Name, leaf.Value)),
        .. Leaves("output", JsonElement.Parse(example.Output)).Select(leaf => (1, leaf.Name, leaf.Value)),
        .. Leaves("metadata", JsonElement.Parse(example.Metadata)).Select(leaf => (2, leaf.Name, leaf.Value)),
    ];

    // Two members of one name, or a dotted name beside an object: the first has the column.
    private static IEnumerable<(string Name, JsonElement Value)> Leaves(string prefix, JsonElement value)
    {
        var leaves = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Collect(prefix, value);
        return leaves.Select(leaf => (leaf.Key, leaf.Value));

        void Collect(string path, JsonElement item)
        {
            foreach (var member in item.EnumerateObject())
            {
                var name = $"{path}.{JsonTexts.NameOf(member)}";
                if (member.Value.ValueKind == JsonValueKind.Object && member.Value.EnumerateObject().Any())
                {
                    Collect(name, member.Value);
                }
                else
                {
                    _ = leaves.TryAdd(name, member.Value);
                }
            }
        }
    }
}
