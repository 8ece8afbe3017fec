using System.Diagnostics;
using System.Globalization;

namespace Weir.Load.Systems;

/// <summary>A process that the benchmark started: on one core, its output kept for when it fails, its time and memory read from the kernel, ended with its children.</summary>
internal sealed class BenchProcess : IAsyncDisposable
{
    // Enough to say why something did not start.
    private const int MostLines = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    private BenchProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines it wrote.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <param name="core">Which core it may use; null: any.</param>
    /// <param name="environment">Variables set for it; null unsets one.</param>
    public static BenchProcess Start(IReadOnlyList<string> command, int? core, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var words = core is { } one ? (List<string>)["taskset", "-c", one.ToString(CultureInfo.InvariantCulture), .. command] : [.. command];
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new IOException($"{words[0]} cannot be started.");
        var started = new BenchProcess(process);
        process.OutputDataReceived += (_, line) => started.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => started.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Processor time of it and its children, since each began.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromSeconds(ProcessTree.Of(_process.Id).Sum(ProcessTree.ProcessorSeconds));

    /// <summary>Memory that it and its children hold now, in bytes.</summary>
    public long Memory => ProcessTree.Of(_process.Id).Sum(id => ProcessTree.Memory(id, "VmRSS:"));

    /// <summary>The most memory that each of them ever held, added up, in bytes.</summary>
    public long PeakMemory => ProcessTree.Of(_process.Id).Sum(id => ProcessTree.Memory(id, "VmHWM:"));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            using var limit = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(limit.Token);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }
}
