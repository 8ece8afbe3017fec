using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Weir.Load.Systems;

namespace Weir.Load.Worker;

/// <summary>The worker as seen by the benchmark: a process that takes one job at a time.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>The argument of <c>weir bench</c> that makes it a worker.</summary>
    public const string Flag = "--worker";

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Where the instant upstream listens.</summary>
    public int UpstreamPort { get; private init; }

    public static async Task<WorkerProcess> StartAsync(WeirProgram program, int? core)
    {
        var command = program.Command("bench", Flag);
        IReadOnlyList<string> words = core is { } one ? ["taskset", "-c", one.ToString(CultureInfo.InvariantCulture), .. command] : command;
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };

        // One thread waits for all sockets and does the work itself; code is compiled once, as well as it will be.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start) ?? throw new IOException("The worker cannot be started.");
        var port = await process.StandardOutput.ReadLineAsync();
        return new WorkerProcess(process) { UpstreamPort = int.Parse(port ?? "", CultureInfo.InvariantCulture) };
    }

    public async Task<LoadResult> RunAsync(LoadJob job, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, LoadJson.Default.LoadJob).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new IOException("The worker ended.");
        return JsonSerializer.Deserialize(line, LoadJson.Default.LoadResult)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
