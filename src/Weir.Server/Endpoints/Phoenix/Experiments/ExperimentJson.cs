using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Writes experiments, runs and tags.</summary>
internal static class ExperimentJson
{
    public static void Write(Utf8JsonWriter writer, ExperimentRow experiment)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.Experiment, experiment.Id));
        writer.WriteString("dataset_id"u8, GlobalId.Of(NodeType.Dataset, experiment.DatasetId));
        writer.WriteString("dataset_version_id"u8, GlobalId.Of(NodeType.DatasetVersion, experiment.VersionId));
        writer.WriteString("name"u8, experiment.Name);
        writer.WriteString("description"u8, experiment.Description);
        writer.WriteNumber("repetitions"u8, experiment.Repetitions);
        PhoenixJson.WriteRaw(writer, "metadata"u8, experiment.Metadata);
        writer.WriteString("project_name"u8, experiment.ProjectName);
        PhoenixJson.WriteTime(writer, "created_at"u8, experiment.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, experiment.UpdatedUnixNanos);
        writer.WriteNumber("example_count"u8, experiment.ExampleCount);
        writer.WriteNumber("successful_run_count"u8, experiment.SuccessfulRunCount);
        writer.WriteNumber("failed_run_count"u8, experiment.FailedRunCount);
        writer.WriteNumber("missing_run_count"u8, experiment.MissingRunCount);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, RunRow run)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.ExperimentRun, run.Id));
        writer.WriteString("experiment_id"u8, GlobalId.Of(NodeType.Experiment, run.ExperimentId));
        writer.WriteString("dataset_example_id"u8, GlobalId.Of(NodeType.DatasetExample, run.ExampleId));
        writer.WriteNumber("repetition_number"u8, run.Repetition);
        PhoenixJson.WriteRaw(writer, "output"u8, run.Output);
        writer.WriteString("error"u8, run.Error);
        writer.WriteString("trace_id"u8, run.TraceId);
        PhoenixJson.WriteTime(writer, "start_time"u8, run.StartUnixNanos);
        PhoenixJson.WriteTime(writer, "end_time"u8, run.EndUnixNanos);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ExperimentTagRow tag)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(NodeType.ExperimentTag, tag.Id));
        writer.WriteString("name"u8, tag.Name);
        writer.WriteString("description"u8, tag.Description);
        writer.WriteEndObject();
    }
}
