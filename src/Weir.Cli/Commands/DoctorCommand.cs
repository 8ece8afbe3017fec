using System.CommandLine;
using Weir.Server.Diagnosis;

namespace Weir.Cli.Commands;

/// <summary><c>weir doctor</c>: what is configured, reachable and wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var flags = new ServerFlags();
        var command = new Command("doctor", "Say what is configured, reachable and wrong, with the fix. Exit status 1 when something is wrong.");
        flags.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var findings = await Doctor.ExamineAsync(flags.Read(parsed), cancellationToken);
            foreach (var finding in findings)
            {
                Console.WriteLine($"{Mark(finding.Severity)} {finding.Text}");
            }

            return findings.Any(finding => finding.Severity == FindingSeverity.Wrong) ? 1 : 0;
        });
        return command;
    }

    private static string Mark(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Good => "ok     ",
        FindingSeverity.Warning => "warning",
        _ => "WRONG  ",
    };
}
