using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Weir.Server.Tests.Testing;

/// <summary>The real executable as a process of its own, which a test may kill.</summary>
internal sealed partial class WeirProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private WeirProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");
    public string InferenceKey { get; private set; } = "";

    /// <summary>Starts <c>weir serve</c> on a data folder and waits until it says that it serves.</summary>
    public static async Task<WeirProcess> ServeAsync(string dataFolder, params string[] arguments)
    {
        var weir = new WeirProcess(Start(["serve", "--urls", "http://127.0.0.1:0", "--otlp-grpc", "none", "--data", dataFolder, .. arguments]));
        using var patience = new CancellationTokenSource(StartPatience);
        while (await weir._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("inference key: ", StringComparison.Ordinal))
            {
                weir.InferenceKey = line["inference key: ".Length..];
            }

            if (ServesOn().Match(line) is { Success: true } match)
            {
                weir.Address = new Uri(match.Groups["url"].Value);
                return weir;
            }
        }

        throw new InvalidOperationException($"weir serve did not start: {await weir._process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(StartPatience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>SIGKILL: the process gets no chance to store anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "src", "Weir.Cli", "bin", Repository.Configuration, "net10.0", "weir.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("WEIR_", StringComparison.Ordinal) || name.EndsWith("_API_KEY", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"serves \d+ models? on (?<url>http://\S+/)", RegexOptions.ExplicitCapture)]
    private static partial Regex ServesOn();
}
