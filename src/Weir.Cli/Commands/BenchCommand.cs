using System.CommandLine;
using Weir.Load;

namespace Weir.Cli.Commands;

/// <summary><c>weir bench</c>: what gateways add to a call, side by side on this machine.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick")
        {
            Description = "The main figures in under two minutes, of programs that are hardly warm; all of them, warm, take about half an hour.",
        };
        var trials = new Option<int?>("--trials") { Description = "Rounds in which each system has its turn; 5, of --quick 1.", HelpName = "N" };
        trials.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--trials takes a number from 1 on, e.g. --trials 3.");
            }
        });
        var json = new Option<string?>("--json") { Description = "Also write every number to this file, as JSON.", HelpName = "FILE" };
        var picture = new Option<string?>("--picture") { Description = "Also draw the main figures into this file, as SVG.", HelpName = "FILE" };
        var worker = new Option<bool>("--worker") { Hidden = true };
        var command = new Command("bench", "Measure what gateways add to a call: nginx, Portkey and this Weir, between clients and a provider that answers at once.")
        {
            quick,
            trials,
            json,
            picture,
            worker,
        };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(async () =>
        {
            if (parsed.GetValue(worker))
            {
                await LoadBench.WorkAsync(Console.In, Console.Out);
                return 0;
            }

            var isQuick = parsed.GetValue(quick);
            var options = new BenchOptions
            {
                IsQuick = isQuick,
                Trials = parsed.GetValue(trials) ?? BenchOptions.UsualTrials(isQuick),
                Json = parsed.GetValue(json),
                Picture = parsed.GetValue(picture),
            };
            return await LoadBench.RunAsync(options, Console.Out, Console.Error, cancellationToken);
        }));
        return command;
    }
}
