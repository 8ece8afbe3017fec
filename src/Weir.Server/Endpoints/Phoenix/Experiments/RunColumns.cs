using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>The columns of an experiment as CSV: those of a run, and some for each name of an evaluation.</summary>
/// <remarks>The runs are read twice: once for the names.</remarks>
internal sealed class RunColumns
{
    private const int MostNames = 400;
    private const string Fixed =
        "example_id,repetition_number,input,reference_output,output,metadata,error,latency_ms,start_time,end_time,trace_id,prompt_token_count,completion_token_count";

    private static readonly string[] OfEvaluation = ["label", "score", "explanation", "metadata", "annotator_kind", "trace_id", "error", "start_time", "end_time"];

    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Makes columns for the evaluations of a run.</summary>
    /// <exception cref="GatewayException">422: there are too many.</exception>
    public void Add(EvaluatedRun run)
    {
        _names.UnionWith(run.Evaluations.Select(evaluation => evaluation.Name));
        if (_names.Count > MostNames)
        {
            throw PhoenixEdge.Unprocessable($"The experiment has evaluations of more than {MostNames} names. Download it as JSON.");
        }
    }

    public string Header()
    {
        var line = new StringBuilder(Fixed);
        foreach (var name in _names.SelectMany(_ => OfEvaluation, (name, part) => $"annotation_{name}_{part}"))
        {
            CsvText.AppendPlain(line.Append(','), name);
        }

        return line.Append('\n').ToString();
    }

    public string Line(ExportedRun exported)
    {
        var (run, example) = (exported.Evaluated.Run, exported.Evaluated.Example);
        var line = new StringBuilder(GlobalId.Of(NodeType.DatasetExample, run.ExampleId));
        CsvText.AppendPlain(line.Append(','), run.Repetition.ToString(CultureInfo.InvariantCulture));
        CsvText.AppendPlain(line.Append(','), example.Input);
        CsvText.AppendPlain(line.Append(','), example.Output);
        AppendOutput(line.Append(','), run.Output);
        CsvText.AppendPlain(line.Append(','), example.Metadata);
        CsvText.AppendText(line.Append(','), run.Error);
        CsvText.AppendPlain(line.Append(','), exported.LatencyMs.ToString("R", CultureInfo.InvariantCulture));
        CsvText.AppendPlain(line.Append(','), PhoenixJson.Time(run.StartUnixNanos));
        CsvText.AppendPlain(line.Append(','), PhoenixJson.Time(run.EndUnixNanos));
        CsvText.AppendText(line.Append(','), run.TraceId);
        CsvText.AppendPlain(line.Append(','), exported.Tokens.Prompt?.ToString(CultureInfo.InvariantCulture));
        CsvText.AppendPlain(line.Append(','), exported.Tokens.Completion?.ToString(CultureInfo.InvariantCulture));
        foreach (var name in _names)
        {
            Append(line, exported.Evaluated.Evaluations.FirstOrDefault(evaluation => evaluation.Name == name));
        }

        return line.Append('\n').ToString();
    }

    private static void AppendOutput(StringBuilder line, string output)
    {
        var value = JsonElement.Parse(output);
        if (value.ValueKind == JsonValueKind.String)
        {
            CsvText.AppendText(line, JsonTexts.Of(value));
        }
        else
        {
            CsvText.AppendPlain(line, value.ValueKind == JsonValueKind.Null ? null : output);
        }
    }

    private static void Append(StringBuilder line, EvaluationRow? evaluation)
    {
        if (evaluation is null)
        {
            _ = line.Append(',', OfEvaluation.Length);
            return;
        }

        CsvText.AppendText(line.Append(','), evaluation.Label);
        CsvText.AppendPlain(line.Append(','), evaluation.Score?.ToString("R", CultureInfo.InvariantCulture));
        CsvText.AppendText(line.Append(','), evaluation.Explanation);
        CsvText.AppendPlain(line.Append(','), evaluation.Metadata);
        CsvText.AppendPlain(line.Append(','), evaluation.AnnotatorKind);
        CsvText.AppendText(line.Append(','), evaluation.TraceId);
        CsvText.AppendText(line.Append(','), evaluation.Error);
        CsvText.AppendPlain(line.Append(','), PhoenixJson.Time(evaluation.StartUnixNanos));
        CsvText.AppendPlain(line.Append(','), PhoenixJson.Time(evaluation.EndUnixNanos));
    }
}
