using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Makes examples of the rows of a file.</summary>
internal sealed class RowReader(UploadTable table, UploadKeys keys)
{
    private readonly FrozenSet<string> _flattened = FrozenSet.ToFrozenSet(keys.Flattened, StringComparer.Ordinal);

    /// <exception cref="Gateway.Pipeline.GatewayException">422: a row cannot be made an example.</exception>
    public ImmutableArray<ExampleDraft> Read() => [.. table.Rows.Select(Example)];

    // Values are looked into as late as they can be: a member that is there twice is found here.
    private ExampleDraft Example(IReadOnlyDictionary<string, JsonNode?> row)
    {
        try
        {
            return Draft(row);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or JsonException)
        {
            throw PhoenixEdge.Unprocessable($"A value cannot be stored: {wrong.Message}");
        }
    }

    private ExampleDraft Draft(IReadOnlyDictionary<string, JsonNode?> row)
    {
        using var input = Side("input", keys.Input, row);
        using var output = Side("output", keys.Output, row);
        using var metadata = Side("metadata", keys.Metadata, row);
        return DraftReader.Of(
            input.RootElement,
            output.RootElement,
            metadata.RootElement,
            keys.Splits.SelectMany(key => Splits(row.GetValueOrDefault(key))),
            keys.SpanId is null ? null : Text(row.GetValueOrDefault(keys.SpanId)),
            keys.ExampleId is null ? null : Text(row.GetValueOrDefault(keys.ExampleId)));
    }

    private JsonDocument Side(string side, ImmutableArray<string> columns, IReadOnlyDictionary<string, JsonNode?> row)
    {
        var values = new JsonObject();
        foreach (var column in columns)
        {
            if (!row.TryGetValue(column, out var value))
            {
                continue;
            }

            if (_flattened.Contains(column))
            {
                Flatten(values, column, value);
            }
            else
            {
                SideValues.Place(values, PathOf(side, column), column, value?.DeepClone());
            }
        }

        return SideValues.ToDocument(values);
    }

    // {"details":{"context":"math"}} gives context to its side.
    private void Flatten(JsonObject values, string column, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (ObjectOf(value) is not { } children)
        {
            throw PhoenixEdge.Unprocessable($"Cannot flatten '{column}': expected object values");
        }

        foreach (var (name, child) in children)
        {
            if (!values.TryAdd(name, child?.DeepClone()))
            {
                throw PhoenixEdge.Unprocessable($"Cannot flatten '{column}': keys {{'{name}'}} already emitted");
            }
        }
    }

    private JsonObject? ObjectOf(JsonNode value)
    {
        if (!table.IsText)
        {
            return value as JsonObject;
        }

        try
        {
            return JsonNode.Parse(value.GetValue<string>()) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // input.context.source is {"context":{"source":…}} of the input: the names that the CSV export writes. Other dots are part of a name.
    private string[] PathOf(string side, string column) =>
        table.IsText && column.StartsWith(side + ".", StringComparison.Ordinal) && column.Length > side.Length + 1
        ? column[(side.Length + 1)..].Split('.')
        : [column];

    private static IEnumerable<string> Splits(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.Select(Text).OfType<string>(),
        _ => Text(value) is { } text ? DraftReader.SplitNames(text) : [],
    };

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var given) => given,
        _ => value.ToJsonString(),
    };
}
