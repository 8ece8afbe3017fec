using System.Diagnostics;
using Weir.Load.Systems;
using Weir.Load.Worker;

namespace Weir.Load;

/// <summary>One run of the benchmark: gateways on one core, clients and the instant upstream on the other; in every trial each system has its turn, in another order.</summary>
internal sealed class Bench(BenchOptions options, WorkerProcess worker, int? core, Action<string> say)
{
    private static readonly int[] Steps = [1, 2, 4, 8, 16, 32, 64, 128];

    // A slice of the warm-up that is not by so much quicker than the best before it was no step forward; two such end it.
    private const double LeastGain = 1.05;

    private readonly Random _order = new(1);

    public Samples Samples { get; } = new();

    /// <summary>Load on systems that run all the time, side by side.</summary>
    public async Task MeasureLoadAsync(IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        List<RunningSystem> systems = [new RunningSystem { Name = Direct }];
        try
        {
            foreach (var contender in contenders)
            {
                if (await StartAsync(contender, cancellationToken) is { } system)
                {
                    systems.Add(system);
                }
            }

            foreach (var system in systems)
            {
                say($"warming up {system.Name}");
                await WarmUpAsync(system, cancellationToken);
            }

            for (var trial = 1; trial <= options.Trials; trial++)
            {
                say($"trial {trial} of {options.Trials}");
                await TrialAsync(systems, cancellationToken);
            }
        }
        finally
        {
            foreach (var system in systems)
            {
                await system.DisposeAsync();
            }
        }
    }

    /// <summary>What a process needs from nothing to its first answer, what it holds idle, and, unless in a hurry, when 1,500 large requests come at once.</summary>
    public async Task MeasureProcessesAsync(IReadOnlyList<Contender> contenders, int starts, CancellationToken cancellationToken)
    {
        for (var round = 0; round < starts; round++)
        {
            foreach (var contender in contenders)
            {
                say($"cold start {round + 1} of {starts}: {contender.Name}");
                await using var system = await StartAsync(contender, cancellationToken);
                if (system is not null && round == 0)
                {
                    await MeasureMemoryAsync(system, cancellationToken);
                }
            }
        }
    }

    /// <summary>The name of the upstream with nothing between.</summary>
    public const string Direct = "direct";

    private async Task TrialAsync(List<RunningSystem> systems, CancellationToken cancellationToken)
    {
        await MeasureAddedAsync(systems, cancellationToken);
        await EachAsync(systems, async system =>
        {
            var (result, processor) = await RunAsync(system, system.Ask(BenchModel.Whole, 8) with { Seconds = options.SliceSeconds }, cancellationToken);
            if (result.Requests > 0)
            {
                Samples.Add(Figure.Processor, system.Name, processor / result.Requests);
            }
        });
        await EachAsync(systems, system => MeasureRateAsync(system, Figure.Rate32, BenchModel.Whole, 32, cancellationToken));
        await EachAsync(systems, system => MeasureRateAsync(system, Figure.StreamRate32, BenchModel.Stream, 32, cancellationToken));
        int[] held = options.IsQuick ? [256] : [64, 256, 512];
        foreach (var streams in held)
        {
            await EachAsync(systems, system => MeasurePacedAsync(system, streams, cancellationToken));
        }

        if (!options.IsQuick)
        {
            await EachAsync(systems, system => MeasureRateAsync(system, Figure.Rate10, BenchModel.Whole, 10, cancellationToken, requests: 8000));
            await EachAsync(systems, system => MeasureRateAsync(system, Figure.Rate16, BenchModel.Whole, 16, cancellationToken));
            await EachAsync(systems, system => MeasureRateAsync(system, Figure.Rate128, BenchModel.Whole, 128, cancellationToken));
            await EachAsync(systems, system => MeasureUnderAsync(system, cancellationToken));
        }
    }

    // One request at a time: what a gateway adds is beside the direct call of the same trial.
    private async Task MeasureAddedAsync(List<RunningSystem> systems, CancellationToken cancellationToken)
    {
        Dictionary<string, LoadResult> whole = [];
        Dictionary<string, LoadResult> first = [];
        await EachAsync(systems, async system => whole[system.Name] = (await RunAsync(system, system.Ask(BenchModel.Whole, 1) with { Seconds = options.SliceSeconds }, cancellationToken)).Result);
        await EachAsync(systems, async system => first[system.Name] = (await RunAsync(system, system.Ask(BenchModel.Stream, 1) with { Seconds = options.SliceSeconds }, cancellationToken)).Result);
        foreach (var system in systems)
        {
            AddDifference(Figure.Added50, Figure.Added99, system.Name, whole, result => result.Latency);
            AddDifference(Figure.AddedFirst50, Figure.AddedFirst99, system.Name, first, result => result.FirstEvent);
            AddRate(Figure.Rate1, system.Name, whole[system.Name]);
        }
    }

    // Of what failed altogether there is no number: a gap in the table says it.
    private void AddDifference(Figure p50, Figure p99, string system, Dictionary<string, LoadResult> results, Func<LoadResult, Percentiles> times)
    {
        if (results[system].Requests == 0 || results[Direct].Requests == 0)
        {
            return;
        }

        var (mine, direct) = (times(results[system]), system == Direct ? new Percentiles() : times(results[Direct]));
        Samples.Add(p50, system, mine.P50 - direct.P50);
        Samples.Add(p99, system, mine.P99 - direct.P99);
    }

    private void AddRate(Figure figure, string system, LoadResult result)
    {
        if (result.Requests > 0)
        {
            Samples.Add(figure, system, result.Requests / result.Seconds);
        }
    }

    private async Task MeasureRateAsync(RunningSystem system, Figure figure, BenchModel model, int concurrency, CancellationToken cancellationToken, int requests = 0)
    {
        var job = system.Ask(model, concurrency) with { Requests = requests, Seconds = requests > 0 ? 60 : options.SliceSeconds };
        var (result, _) = await RunAsync(system, job, cancellationToken);
        AddRate(figure, system.Name, result);
    }

    private async Task MeasurePacedAsync(RunningSystem system, int streams, CancellationToken cancellationToken)
    {
        var (result, processor) = await RunAsync(system, system.Ask(BenchModel.Paced, streams) with { Requests = streams * 2 }, cancellationToken);
        Samples.Add(Figure.PacedLost(streams), system.Name, result.LostEvents + (result.Errors * (double)Answers.StreamEvents));
        if (result.Events == 0)
        {
            return;
        }

        Samples.Add(Figure.PacedProcessor(streams), system.Name, processor / result.Events);
        Samples.Add(Figure.PacedDelay(streams), system.Name, result.Delay.P50);
        Samples.Add(Figure.PacedGap(streams), system.Name, result.Gap.P99 / 1000);
        Samples.Add(Figure.PacedFirst(streams), system.Name, result.FirstEvent.P50);
    }

    // More and more at a time; the most that was answered while the slowest hundredth stayed under a limit.
    private async Task MeasureUnderAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var best = new double[3];
        double[] limits = [1_000, 5_000, 10_000];
        foreach (var concurrency in Steps)
        {
            var (result, _) = await RunAsync(system, system.Ask(BenchModel.Whole, concurrency) with { Seconds = options.SliceSeconds / 2 }, cancellationToken);
            for (var i = 0; i < limits.Length; i++)
            {
                best[i] = result.Latency.P99 < limits[i] ? Math.Max(best[i], result.Requests / result.Seconds) : best[i];
            }
        }

        Samples.Add(Figure.Under1, system.Name, best[0]);
        Samples.Add(Figure.Under5, system.Name, best[1]);
        Samples.Add(Figure.Under10, system.Name, best[2]);
    }

    private async Task MeasureMemoryAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        const double Mebibyte = 1 << 20;
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        Samples.Add(Figure.Idle, system.Name, system.Process!.Memory / Mebibyte);
        if (options.IsQuick)
        {
            return;
        }

        var (result, _) = await RunAsync(system, system.Ask(BenchModel.Whole, 1500) with { Requests = 1500, PromptBytes = 150_000 }, cancellationToken, mayFail: true);
        Samples.Add(Figure.Peak, system.Name, system.Process.PeakMemory / Mebibyte);
        Samples.Add(Figure.Refused, system.Name, result.Errors);
        await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
        Samples.Add(Figure.After, system.Name, system.Process.Memory / Mebibyte);
    }

    private async Task EachAsync(List<RunningSystem> systems, Func<RunningSystem, Task> measure)
    {
        RunningSystem[] turns = [.. systems];
        _order.Shuffle(turns);
        foreach (var system in turns)
        {
            await measure(system);
        }
    }

    /// <returns>What came of it, and the processor time of the gateway, in µs.</returns>
    private async Task<(LoadResult Result, double Processor)> RunAsync(RunningSystem system, LoadJob job, CancellationToken cancellationToken, bool mayFail = false)
    {
        var before = system.Process?.ProcessorTime ?? TimeSpan.Zero;
        var result = await worker.RunAsync(job, cancellationToken);
        if (result.Errors > 0 && !mayFail)
        {
            say($"{system.Name}: {result.Errors} of {result.Requests + result.Errors} failed: {result.FirstError}");
        }

        return (result, ((system.Process?.ProcessorTime ?? TimeSpan.Zero) - before).TotalMicroseconds);
    }

    // Until it is no longer getting quicker: a program whose code is compiled while it runs would otherwise be measured half compiled.
    private async Task WarmUpAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        foreach (var model in Enum.GetValues<BenchModel>())
        {
            await WarmUpAsync(system, model, cancellationToken);
        }
    }

    private async Task WarmUpAsync(RunningSystem system, BenchModel model, CancellationToken cancellationToken)
    {
        if (model == BenchModel.Paced)
        {
            await worker.RunAsync(system.Ask(model, 16) with { Seconds = 0.1 }, cancellationToken);
            return;
        }

        double best = 0, seconds = 0;
        for (var without = 0; without < 2 && seconds < options.WarmUpLimitSeconds;)
        {
            var result = await worker.RunAsync(system.Ask(model, 16) with { Seconds = options.SliceSeconds }, cancellationToken);
            seconds += options.SliceSeconds;
            var rate = result.Requests / result.Seconds;
            without = rate > best * LeastGain ? 0 : without + 1;
            best = Math.Max(best, rate);
        }
    }

    // Asked until it answers; that is the cold start.
    private async Task<RunningSystem?> StartAsync(Contender contender, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var system = contender.Start(worker.UpstreamPort, core);
        began = Math.Max(began, system.Began);
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30) && !system.Process!.HasExited)
        {
            if (await AnswersAsync(system, cancellationToken))
            {
                Samples.Add(Figure.ColdStart, system.Name, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                return system;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken);
        }

        say($"{contender.Name} is left out, it does not answer: {system.Process!.Output}");
        await system.DisposeAsync();
        return null;
    }

    private async Task<bool> AnswersAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var result = await worker.RunAsync(system.Ask(BenchModel.Whole, 1) with { Requests = 1, Seconds = 5 }, cancellationToken);
        return result is { Requests: 1, Errors: 0 };
    }
}
