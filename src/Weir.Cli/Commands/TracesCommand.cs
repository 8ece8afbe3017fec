using System.CommandLine;
using System.Globalization;

namespace Weir.Cli.Commands;

/// <summary><c>weir traces list | show | tail | export</c>: reads the traces of a running server.</summary>
internal static class TracesCommand
{
    private const int UsualCount = 20;
    private const int LargestPage = 200;

    public static Command Create() => new("traces", "Read traces.") { CreateList(), CreateShow(), CreateTail(), CreateExport() };

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
        var command = new Command("export", "All spans of a project as JSON, one a line, in Phoenix's form, newest first.");
        flags.AddFiltersTo(command);
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            using var traces = flags.Open(parsed);
            var project = flags.Project(parsed) ?? throw new InvalidOperationException("--project is missing; GET /v1/projects lists the names.");
            var query = new (string, string?)[] { ("filter", flags.Filter(parsed)), ("limit", "1000") };
            await foreach (var span in traces.ListAsync($"/v1/projects/{Uri.EscapeDataString(project)}/spans", query, cancellationToken))
            {
                Console.WriteLine(span.GetRawText());
            }

            return 0;
        }));
        return command;
    }
}
