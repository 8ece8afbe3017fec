using System.CommandLine;
using System.Globalization;
using Weir.Cli.Export;
using Weir.Cli.Import;

namespace Weir.Cli.Commands;

/// <summary><c>weir traces list | show | tail | export | import</c>: reads the traces of a running server, and brings it those of a file.</summary>
internal static class TracesCommand
{
    private const int UsualCount = 20;
    private const int LargestPage = 200;

    public static Command Create() => new("traces", "Read and import traces.") { CreateList(), CreateShow(), CreateTail(), CreateExport(), CreateImport() };

    private static Command CreateList()
    {
        var flags = new TraceFlags();
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => UsualCount };
        var command = new Command("list", "The newest traces, one a line.") { limit };
        flags.AddFiltersTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var traces = flags.Open(parsed);
            var left = parsed.GetValue(limit);
            var query = new (string, string?)[]
            {
                ("project", flags.Project(parsed)),
                ("filter", flags.Filter(parsed)),
                ("limit", Math.Clamp(left, 1, LargestPage).ToString(CultureInfo.InvariantCulture)),
            };
            await foreach (var trace in traces.ListAsync("/api/weir/traces", query, cancellationToken))
            {
                if (left-- <= 0)
                {
                    break;
                }

                Console.WriteLine(TraceLines.Summary(trace));
            }

            return 0;
        }));
        return command;
    }

    private static Command CreateShow()
    {
        var flags = new TraceFlags();
        var id = new Argument<string>("trace-id") { Description = "32 hex digits." };
        var command = new Command("show", "One trace as a tree.") { id };
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var traces = flags.Open(parsed);
            var trace = (await traces.GetAsync("/api/weir/traces/" + Uri.EscapeDataString(parsed.GetValue(id)!), [], cancellationToken)).GetProperty("data");
            foreach (var span in trace.GetProperty("spans").EnumerateArray())
            {
                Console.WriteLine(TraceLines.Span(span));
            }

            return 0;
        }));
        return command;
    }

    private static Command CreateTail()
    {
        var flags = new TraceFlags();
        var project = new Option<string?>("--project") { Description = "Only this project." };
        var command = new Command("tail", "Traces as they grow, until it is stopped.") { project };
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var traces = flags.Open(parsed);
            await foreach (var trace in traces.WatchAsync([("project", parsed.GetValue(project))], cancellationToken))
            {
                Console.WriteLine(TraceLines.Summary(trace));
            }

            return 0;
        }));
        return command;
    }

    private static Command CreateExport()
    {
        var flags = new TraceFlags();
        var format = new Option<string>("--format")
        {
            Description = "jsonl: a span a line, in Phoenix's form. otlp: requests of OTLP as JSON, with everything that was sent; 'traces import' and the OpenTelemetry Collector read it. parquet: a table.",
            DefaultValueFactory = _ => SpanExport.Formats[0],
        };
        _ = format.AcceptOnlyFromAmong(SpanExport.Formats);
        var output = new Option<string?>("--output") { Description = "The file to write; standard output without it, except for parquet." };
        var command = new Command("export", "All spans of a project, newest first.") { format, output };
        flags.AddFiltersTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            var project = flags.Project(parsed) ?? throw new InvalidOperationException("--project is missing; GET /v1/projects lists the names.");
            using var traces = flags.Open(parsed);
            var export = new SpanExport(traces, Console.Error, TimeProvider.System);
            await export.RunAsync(project, flags.Filter(parsed), parsed.GetValue(format)!, parsed.GetValue(output), cancellationToken);
            return 0;
        }));
        return command;
    }

    private static Command CreateImport()
    {
        var flags = new TraceFlags();
        var file = new Argument<string>("file") { Description = "OTLP as JSON, one request or many, or protobuf as the OpenTelemetry Collector's file exporter writes it; gzip or not." };
        var project = new Option<string?>("--project") { Description = "The project of all spans, whatever they say." };
        var command = new Command("import", "Send the spans of a file to the server. WEIR_KEY must be an inference key. May be run again: what is stored stays as it is.") { file, project };
        flags.AddTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var sender = SpanSender.Open(flags.Server(parsed), parsed.GetValue(project));
            var import = new TraceImport(sender, Console.Error, TimeProvider.System);
            return await import.RunAsync(parsed.GetValue(file)!, cancellationToken) == 0 ? 0 : 1;
        }));
        return command;
    }
}
