using System.Globalization;
using System.Runtime.InteropServices;
using Weir.Load.Report;
using Weir.Load.Systems;
using Weir.Load.Worker;

namespace Weir.Load;

/// <summary>What <c>weir bench</c> does: measures what gateways add to a call, side by side, and prints it.</summary>
public static class LoadBench
{
    /// <summary>Runs it and prints a table.</summary>
    /// <param name="output">Gets the table.</param>
    /// <param name="progress">Gets what is being done and what is left out.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="IOException">A process cannot be started or ended unexpectedly.</exception>
    public static async Task<int> RunAsync(BenchOptions options, TextWriter output, TextWriter progress, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            await progress.WriteLineAsync("weir bench reads processor time and memory from /proc: it runs on Linux only.");
            return 1;
        }

        var pins = Environment.ProcessorCount > 1 && Executable.Find("taskset") is not null;
        var program = WeirProgram.Own;
        await using var worker = await WorkerProcess.StartAsync(program, pins ? 1 : null);
        var bench = new Bench(options, worker, pins ? 0 : null, line => progress.WriteLine(line));
        var contenders = await Contenders.FindAsync(program, line => progress.WriteLine(line), cancellationToken);
        await bench.MeasureLoadAsync(contenders, cancellationToken);
        await bench.MeasureProcessesAsync(contenders, options.IsQuick ? 1 : 5, cancellationToken);

        string[] systems = [Bench.Direct, .. contenders.Select(contender => contender.Name)];
        var machine = Machine(options, pins);
        foreach (var (name, value) in machine)
        {
            await output.WriteLineAsync($"{name}: {value}");
        }

        await output.WriteLineAsync();
        await output.WriteAsync(BenchTable.Write(bench.Samples, systems));
        Save(options, bench.Samples, systems, machine);
        return 0;
    }

    /// <summary>The process beside the gateways; see <see cref="LoadWorker"/>.</summary>
    public static Task WorkAsync(TextReader input, TextWriter output) => LoadWorker.RunAsync(input, output);

    private static Dictionary<string, string> Machine(BenchOptions options, bool pins) => new()
    {
        ["date"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC",
        ["machine"] = $"{Environment.ProcessorCount} cores, {Processor()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        ["cores"] = pins ? "gateways on core 0; clients and the instant upstream on core 1, one process" : "not pinned: taskset or a second core is missing",
        ["trials"] = string.Create(CultureInfo.InvariantCulture, $"{options.Trials}, medians (least to most), ratios to nginx taken within a trial; direct is the ceiling of clients and upstream"),
        ["load before"] = File.ReadAllText("/proc/loadavg").Trim(),
    };

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static void Save(BenchOptions options, Samples samples, IReadOnlyList<string> systems, IReadOnlyDictionary<string, string> machine)
    {
        if (options.Json is { } json)
        {
            using var file = File.Create(json);
            BenchJson.Write(file, samples, systems, machine);
        }

        if (options.Picture is { } picture)
        {
            File.WriteAllText(picture, BenchPicture.Draw(samples, systems));
        }
    }
}
