using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads uploads as JSON: a list for each side of the examples.</summary>
/// <remarks>
/// <code>{"name":"qa","action":"update","inputs":[{"q":"1+1"}],"outputs":[{"a":"2"}],"metadata":[{}],"splits":["train"],"span_ids":[null],"example_ids":["one"]}</code>
/// </remarks>
internal sealed class JsonUploadReader
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    private readonly PhoenixBody _body;
    private readonly JsonElement[] _inputs;
    private readonly JsonElement[]? _outputs;
    private readonly JsonElement[]? _metadata;
    private readonly JsonElement[]? _splits;
    private readonly string?[]? _spanIds;
    private readonly string?[]? _exampleIds;

    private JsonUploadReader(PhoenixBody body, UploadAction action)
    {
        _body = body;
        _inputs = Objects("inputs") ?? (action == UploadAction.Update && body.Has("inputs") ? [] : throw PhoenixEdge.Unprocessable("input is required"));
        DraftReader.Bound(_inputs.Length);
        _outputs = Objects("outputs");
        _metadata = Objects("metadata");
        _splits = Items("splits");
        _spanIds = Texts("span_ids");
        _exampleIds = Texts("example_ids");
    }

    /// <exception cref="GatewayException">422: it is not an upload.</exception>
    public static DatasetUpload Read(ReadOnlyMemory<byte> json, Guid workspaceId, long nowUnixNanos)
    {
        using var document = Parse(json);
        var body = PhoenixBody.Of(document.RootElement);
        if (body.Text("name") is null or "")
        {
            throw PhoenixEdge.Unprocessable("Dataset name is required");
        }

        var action = DraftReader.Action(body.Text("action"));
        var reader = new JsonUploadReader(body, action);
        return new DatasetUpload
        {
            WorkspaceId = workspaceId,
            Name = body.RequiredName("name"),
            Description = body.Text("description"),
            Action = action,
            Examples = [.. Enumerable.Range(0, reader._inputs.Length).Select(reader.Example)],
            HasSplits = reader._splits is not null,
            NowUnixNanos = nowUnixNanos,
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw PhoenixEdge.Unprocessable($"The request body is not valid JSON: {wrong.Message}");
        }
    }

    private ExampleDraft Example(int index) => DraftReader.Of(
        _inputs[index],
        _outputs?[index] ?? Empty,
        _metadata?[index] ?? Empty,
        _splits is null ? [] : Splits(_splits[index], index),
        _spanIds?[index],
        _exampleIds?[index]);

    private static IEnumerable<string> Splits(JsonElement value, int index) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            value.EnumerateArray().Select(item => item.GetString()!),
        _ => throw PhoenixEdge.Unprocessable($"splits[{index}] must be a string, list of strings, or None"),
    };

    // An empty list says nothing, as Phoenix has it.
    private JsonElement[]? Objects(string name)
    {
        if (Items(name) is not { Length: > 0 } items)
        {
            return null;
        }

        if ((name != "inputs" && items.Length != _inputs.Length) || !items.All(item => item.ValueKind == JsonValueKind.Object))
        {
            throw PhoenixEdge.Unprocessable(name == "inputs"
                ? "Input should be a list containing only dictionary objects"
                : $"{name} should be a list of same length as input containing only dictionary objects");
        }

        return items;
    }

    private string?[]? Texts(string name)
    {
        var items = Items(name);
        if (items is not null && items.Length != _inputs.Length)
        {
            throw PhoenixEdge.Unprocessable($"{name} must have same length as inputs");
        }

        return items is null || items.All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            ? items?.Select(item => item.GetString()).ToArray()
            : throw PhoenixEdge.Unprocessable($"{name} must contain only strings or None");
    }

    private JsonElement[]? Items(string name) => !_body.Json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw PhoenixEdge.Unprocessable($"{name} should be a list");
}
