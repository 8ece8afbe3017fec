using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Writes datasets, versions, examples and splits.</summary>
internal static class DatasetJson
{
    public static void Write(Utf8JsonWriter writer, DatasetRow dataset)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.Dataset, dataset.Id));
        writer.WriteString("name"u8, dataset.Name);
        writer.WriteString("description"u8, dataset.Description);
        PhoenixJson.WriteRaw(writer, "metadata"u8, dataset.Metadata);
        PhoenixJson.WriteTime(writer, "created_at"u8, dataset.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, dataset.UpdatedUnixNanos);
        writer.WriteNumber("example_count"u8, dataset.ExampleCount);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, DatasetVersionRow version)
    {
        writer.WriteStartObject();
        writer.WriteString("version_id"u8, GlobalId.Of(NodeType.DatasetVersion, version.Id));
        writer.WriteNull("description"u8);
        PhoenixJson.WriteRaw(writer, "metadata"u8, "{}");
        PhoenixJson.WriteTime(writer, "created_at"u8, version.CreatedUnixNanos);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ExampleRow example)
    {
        writer.WriteStartObject();
        WriteMembers(writer, example);
        PhoenixJson.WriteTime(writer, "updated_at"u8, example.UpdatedUnixNanos);
        if (example.Source is { } source)
        {
            writer.WriteStartObject("source"u8);
            writer.WriteString("span_id"u8, source.Span.ToString());
            writer.WriteString("span_node_id"u8, GlobalId.Of(GlobalId.Span, source.Id));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("source"u8);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, SplitOutcome outcome)
    {
        var split = outcome.Split!;
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.DatasetSplit, split.Id));
        writer.WriteString("name"u8, split.Name);
        writer.WriteString("description"u8, split.Description);
        writer.WriteString("color"u8, split.Color);
        PhoenixJson.WriteRaw(writer, "metadata"u8, split.Metadata);
        writer.WriteNumber("example_count"u8, outcome.ExampleCount);
        PhoenixJson.WriteTime(writer, "created_at"u8, split.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, split.UpdatedUnixNanos);
        writer.WriteEndObject();
    }

    /// <summary>The beginning of the examples of a version; its array <c>examples</c> comes next, and two ends of objects after it.</summary>
    public static void WriteHead(Utf8JsonWriter writer, DatasetRow dataset, DatasetVersionRow version, IReadOnlyList<SplitRow>? splits)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteString("dataset_id"u8, GlobalId.Of(NodeType.Dataset, dataset.Id));
        writer.WriteString("version_id"u8, GlobalId.Of(NodeType.DatasetVersion, version.Id));
        writer.WriteStartArray("filtered_splits"u8);
        foreach (var split in splits ?? [])
        {
            writer.WriteStringValue(split.Name);
        }

        writer.WriteEndArray();
    }

    /// <summary>What answers and exports have in common.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, ExampleRow example)
    {
        var node = GlobalId.Of(NodeType.DatasetExample, example.Id);
        writer.WriteString("id"u8, example.ExternalId ?? node);
        writer.WriteString("node_id"u8, node);
        PhoenixJson.WriteRaw(writer, "input"u8, example.Input);
        PhoenixJson.WriteRaw(writer, "output"u8, example.Output);
        PhoenixJson.WriteRaw(writer, "metadata"u8, example.Metadata);
    }
}
