using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Weir.Server.Tests.Testing;

/// <summary>The real executable as a process of its own, which a test may kill.</summary>
internal sealed partial class WeirProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private WeirProcess(Process process) => _process = process;

    /// <summary>Of the process, as the system knows it.</summary>
    public int Id => _process.Id;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");
    public string ManagementKey { get; private set; } = "";
    public string InferenceKey { get; private set; } = "";

    /// <summary>What it printed until the line that was waited for.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Starts <c>weir serve</c> on a data folder and waits until it says that it serves.</summary>
    public static async Task<WeirProcess> ServeAsync(string dataFolder, params string[] arguments) =>
        Serving(await StartAsync(ServesOn().IsMatch, ["serve", "--urls", "http://127.0.0.1:0", "--otlp-grpc", "none", "--data", dataFolder, .. arguments]));

    /// <summary>The same, with every system call that writes or syncs logged by strace, in the order they returned.</summary>
    public static async Task<WeirProcess> ServeTracedAsync(string log, string dataFolder)
    {
        string[] tracer = ["strace", "-f", "-yy", "-s", "4096", "-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg", "-o", log];
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", "--otlp-grpc", "none", "--data", dataFolder], under: tracer);
        return Serving(await UntilAsync(new WeirProcess(process), ServesOn().IsMatch));
    }

    private static WeirProcess Serving(WeirProcess weir)
    {
        weir.Address = new Uri(ServesOn().Match(weir.Lines[^1]).Groups["url"].Value);
        weir.ManagementKey = weir.After("management key: ");
        weir.InferenceKey = weir.After("inference key: ");
        return weir;
    }

    /// <summary>Starts a command that goes on by itself, and waits until it prints a certain line.</summary>
    public static Task<WeirProcess> StartAsync(Predicate<string> isLast, params string[] arguments) => UntilAsync(new WeirProcess(Start(arguments)), isLast);

    private static async Task<WeirProcess> UntilAsync(WeirProcess weir, Predicate<string> isLast)
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (await weir._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            weir._lines.Add(line);
            if (isLast(line))
            {
                return weir;
            }
        }

        throw new InvalidOperationException($"weir did not get there: {await weir._process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunWithAsync(variable: null, arguments);

    /// <summary>Runs a command to its end with one environment variable.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunWithAsync((string Name, string Value)? variable, params string[] arguments)
    {
        using var process = Start(arguments, variable);
        using var patience = new CancellationTokenSource(StartPatience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>SIGKILL: the process gets no chance to store anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it, and gives everything it said after it began to serve, errors too.</summary>
    public async Task<string> EndAsync()
    {
        // Both at once: a full pipe would hold up whoever writes into it.
        var rest = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await Task.Delay(TimeSpan.FromSeconds(1));
        await KillAsync();
        return string.Concat(await rest);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>What follows a label on one of the lines read so far; empty when there is none.</summary>
    public string After(string label) => _lines.Find(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..] ?? "";

    /// <summary>Reads one more line of its output.</summary>
    public async Task<string?> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        return await _process.StandardOutput.ReadLineAsync(patience.Token);
    }

    private static Process Start(string[] arguments, (string Name, string Value)? variable = null, string[]? under = null)
    {
        string[] command = [.. under ?? [], "dotnet"];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        Array.ForEach(command[1..], start.ArgumentList.Add);
        start.ArgumentList.Add(Path.Combine(Repository.Root, "src", "Weir.Cli", "bin", Repository.Configuration, "net10.0", "weir.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("WEIR_", StringComparison.Ordinal) || name.EndsWith("_API_KEY", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        if (variable is var (added, value))
        {
            start.Environment[added] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"serves \d+ models? on (?<url>http://\S+/)", RegexOptions.ExplicitCapture)]
    private static partial Regex ServesOn();
}
