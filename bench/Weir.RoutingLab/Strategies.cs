using System.Collections.Concurrent;

namespace Weir.RoutingLab;

/// <summary>The strategies that are compared.</summary>
internal static class Strategies
{
    private static readonly Func<IReadOnlyList<LabEndpoint>, VirtualTime, int, IStrategy>[] All =
    [
        (endpoints, time, seed) => new DefaultStrategy(endpoints, time, seed),
        (endpoints, _, _) => new RoundRobin(endpoints),
        (endpoints, _, _) => new AlwaysCheapest(endpoints),
        (endpoints, _, _) => new LeastLatency(endpoints),
    ];

    /// <summary>Every strategy through every scenario; runs stand beside each other and do not touch.</summary>
    public static IReadOnlyList<Measurement> RunAll(IEnumerable<Scenario> scenarios, int seed)
    {
        var runs = scenarios.SelectMany(scenario => All.Select(strategyOf => (scenario, strategyOf))).ToArray();
        var measurements = new Measurement[runs.Length];
        _ = Parallel.ForEach(Partitioner.Create(0, runs.Length, 1), range => measurements[range.Item1] = Experiment.Run(runs[range.Item1].scenario, runs[range.Item1].strategyOf, seed));
        return measurements;
    }
}
