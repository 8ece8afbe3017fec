using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Writes a run as the JSON export shows it.</summary>
internal static class RunExport
{
    public static void Write(Utf8JsonWriter writer, ExportedRun exported)
    {
        var (run, example) = (exported.Evaluated.Run, exported.Evaluated.Example);
        writer.WriteStartObject();
        writer.WriteString("example_id"u8, GlobalId.Of(NodeType.DatasetExample, run.ExampleId));
        writer.WriteNumber("repetition_number"u8, run.Repetition);
        PhoenixJson.WriteRaw(writer, "input"u8, example.Input);
        PhoenixJson.WriteRaw(writer, "reference_output"u8, example.Output);
        PhoenixJson.WriteRaw(writer, "output"u8, run.Output);
        writer.WriteString("error"u8, run.Error);
        writer.WriteNumber("latency_ms"u8, exported.LatencyMs);
        PhoenixJson.WriteTime(writer, "start_time"u8, run.StartUnixNanos);
        PhoenixJson.WriteTime(writer, "end_time"u8, run.EndUnixNanos);
        writer.WriteString("trace_id"u8, run.TraceId);
        WriteNumber(writer, "prompt_token_count"u8, exported.Tokens.Prompt);
        WriteNumber(writer, "completion_token_count"u8, exported.Tokens.Completion);
        writer.WriteStartArray("annotations"u8);
        foreach (var evaluation in exported.Evaluated.Evaluations)
        {
            Write(writer, evaluation);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EvaluationRow evaluation)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, evaluation.Name);
        writer.WriteString("annotator_kind"u8, evaluation.AnnotatorKind);
        writer.WriteString("label"u8, evaluation.Label);
        if (evaluation.Score is { } score)
        {
            writer.WriteNumber("score"u8, score);
        }
        else
        {
            writer.WriteNull("score"u8);
        }

        writer.WriteString("explanation"u8, evaluation.Explanation);
        writer.WriteString("trace_id"u8, evaluation.TraceId);
        writer.WriteString("error"u8, evaluation.Error);
        PhoenixJson.WriteRaw(writer, "metadata"u8, evaluation.Metadata);
        PhoenixJson.WriteTime(writer, "start_time"u8, evaluation.StartUnixNanos);
        PhoenixJson.WriteTime(writer, "end_time"u8, evaluation.EndUnixNanos);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } given)
        {
            writer.WriteNumber(name, given);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
