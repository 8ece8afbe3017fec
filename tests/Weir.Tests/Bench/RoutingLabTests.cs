using Weir.RoutingLab;
using Xunit;

namespace Weir.Tests.Bench;

/// <summary>A short run of the routing laboratory: it works, and the default strategy keeps its promise in it.</summary>
public sealed class RoutingLabTests
{
    private const double Outbreak = 20;

    [Fact]
    public void Default_WithOneEndpointDown_AnswersAndSparesIt()
    {
        var measured = Run(seed: 7, (endpoints, time, seed) => new DefaultStrategy(endpoints, time, seed));

        Assert.True(measured.Success >= 0.999, $"{measured.Success:P3} answered");
        Assert.InRange(measured.ExtraCalls, 0, 0.05);
    }

    [Fact]
    public void RoundRobin_WithOneEndpointDown_AsksItEveryFourthTime()
    {
        var measured = Run(seed: 7, (endpoints, _, _) => new RoundRobin(endpoints));

        Assert.Equal(1, measured.Success);
        Assert.InRange(measured.ExtraCalls, 0.24, 0.26);
        Assert.InRange(measured.Calls, 1.15, 1.18);
    }

    [Fact]
    public void SameSeed_GivesTheSameMeasurement()
    {
        Assert.Equal(RunDefault(3), RunDefault(3));
        Assert.NotEqual(RunDefault(3), RunDefault(4));

        static Measurement RunDefault(int seed) => Run(seed, (endpoints, time, own) => new DefaultStrategy(endpoints, time, own));
    }

    private static Measurement Run(int seed, Func<IReadOnlyList<LabEndpoint>, VirtualTime, int, IStrategy> strategyOf) =>
        Experiment.Run(new Scenario("one down", PerSecond: 100, TimeSpan.FromSeconds(60), Four) { Outbreak = TimeSpan.FromSeconds(Outbreak) }, strategyOf, seed);

    private static LabEndpoint[] Four() =>
    [
        EndpointOf.World(0, 0.5m, 500, Ailments.Outage(Failure.Unavailable, Outbreak)),
        EndpointOf.World(1, 0.6m, 400),
        EndpointOf.World(2, 0.9m, 300),
        EndpointOf.World(3, 1.5m, 200),
    ];
}
