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
        _ = Parallel.For(0, runs.Length, at => measurements[at] = Experiment.Run(runs[at].scenario, runs[at].strategyOf, seed));
        return measurements;
    }
}
