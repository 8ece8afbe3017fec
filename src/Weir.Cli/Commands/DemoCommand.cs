using System.CommandLine;
using Weir.Cli.Demo;

namespace Weir.Cli.Commands;

/// <summary><c>weir demo</c>: one call, routed, paid for and traced, with no key and no configuration.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var prompt = new Option<string>("--prompt") { Description = "What to ask.", DefaultValueFactory = _ => "What does a gateway in front of language models do for me?" };
        var model = new Option<string>("--model") { Description = "Whom to ask.", DefaultValueFactory = _ => "meta-llama/llama-3.1-8b-instruct:free" };
        var keep = new Option<bool>("--keep") { Description = "Leave the server running until Ctrl+C." };
        var command = new Command("demo", "Show one call from an instrumented application through the gateway, and its trace.") { prompt, model, keep };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(() =>
            DemoRun.RunAsync(parsed.GetValue(prompt)!, parsed.GetValue(model)!, parsed.GetValue(keep), cancellationToken)));
        return command;
    }
}
