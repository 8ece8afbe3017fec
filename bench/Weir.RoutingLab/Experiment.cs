namespace Weir.RoutingLab;

/// <summary>Sends the requests of a scenario through a strategy.</summary>
internal static class Experiment
{
    // The last answers and time-outs end within it.
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(10);

    /// <param name="scenario">What happens.</param>
    /// <param name="strategyOf">Makes the strategy for a world of its own.</param>
    /// <param name="seed">Requests and failures are the same for the same seed.</param>
    public static Measurement Run(Scenario scenario, Func<IReadOnlyList<LabEndpoint>, VirtualTime, int, IStrategy> strategyOf, int seed)
    {
        var time = new VirtualTime();
        var endpoints = scenario.Endpoints();
        var strategy = strategyOf(endpoints, time, seed);
        var tally = new Tally(scenario, endpoints);

        // One sequence for what all strategies meet alike, one for what depends on whom they ask.
        var arrivals = new Random(seed);
        var chance = new Random(seed + 1);
        time.After(Traffic.Gap(arrivals, scenario.PerSecond), Arrive);
        time.Run(scenario.Length + Aftermath);
        return tally.Measure(strategy.Name);

        void Arrive()
        {
            if (time.Now >= scenario.Length)
            {
                return;
            }

            tally.Arrived(time.Now);
            time.After(Traffic.Gap(arrivals, scenario.PerSecond), Arrive);
            new SimulatedRequest(time, strategy.Begin(), tally, chance, Traffic.Weight(arrivals)).Go();
        }
    }
}
