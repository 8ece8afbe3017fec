using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Makes examples of what uploads say about them, whatever their form.</summary>
internal static class DraftReader
{
    /// <summary>The most examples of one upload.</summary>
    public const int MostExamples = 100_000;

    private const int LongestText = 1000;

    public static ExampleDraft Of(JsonElement input, JsonElement output, JsonElement metadata, IEnumerable<string> splits, string? spanId, string? exampleId)
    {
        var id = string.IsNullOrWhiteSpace(exampleId) ? null : Short("example id", exampleId);
        return new ExampleDraft
        {
            Input = CompactJson.Of(input),
            Output = CompactJson.Of(output),
            Metadata = CompactJson.Of(metadata),
            Hash = ExampleHash.Of(input, output, metadata),
            Splits = [.. splits.Select(split => split.Trim()).Where(split => split.Length > 0).Select(split => Short("split", split)).Distinct(StringComparer.Ordinal)],

            // What is no span id names no span: the example is made without one, as it is of a span that never arrives.
            SourceSpan = spanId is not null && SpanId.TryParse(spanId, out var span) ? span : null,
            GivenId = id,
            NodeId = id is null ? null : GlobalId.TryReadNumber(id, NodeType.DatasetExample),
        };
    }

    /// <exception cref="GatewayException">422: it is not one.</exception>
    public static UploadAction Action(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "create" => UploadAction.Create,
        "append" => UploadAction.Append,
        "update" => UploadAction.Update,
        _ => throw PhoenixEdge.Unprocessable($"Invalid dataset action: {text}"),
    };

    /// <exception cref="GatewayException">422: there are too many.</exception>
    public static void Bound(int examples)
    {
        if (examples > MostExamples)
        {
            throw PhoenixEdge.Unprocessable($"The upload has more than {MostExamples} examples; send them in several, with the action append.");
        }
    }

    /// <summary>The names of a cell or member: a text, or a JSON list of texts.</summary>
    public static ImmutableArray<string> SplitNames(string text)
    {
        if (!text.TrimStart().StartsWith('['))
        {
            return [text];
        }

        try
        {
            using var list = JsonDocument.Parse(text);
            return list.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. list.RootElement.EnumerateArray().Select(item => item.GetString()!)]
                : [text];
        }
        catch (Exception plain) when (plain is JsonException or InvalidOperationException)
        {
            return [text];
        }
    }

    private static string Short(string what, string text) => text.Length <= LongestText && !text.AsSpan().ContainsAnyInRange('\0', '\x1f')
        ? text
        : throw PhoenixEdge.Unprocessable($"The {what} '{text[..Math.Min(text.Length, 40)]}' must have at most {LongestText} characters and no control characters.");
}
