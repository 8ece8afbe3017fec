using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Writes datasets, versions and examples.</summary>
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
