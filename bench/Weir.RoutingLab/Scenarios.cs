namespace Weir.RoutingLab;

/// <summary>What the strategies are tried on.</summary>
internal static class Scenarios
{
    private const double Busy = 2_000;
    private const double Quiet = 1;
    private const double Outbreak = 20;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("healthy", Busy, Usual, () => Four()),
        new("one down, refuses", Busy, Usual, () => Four(Ailments.Outage(Failure.Refused, Outbreak))),
        new("one down, answers 503", Busy, Usual, () => Four(Ailments.Outage(Failure.Unavailable, Outbreak))),
        new("one down, silent", Busy, Usual, () => Four(Ailments.Outage(Failure.Silent, Outbreak))),
        new("quickest down, answers 503", Busy, Usual, () => Quickest(Ailments.Outage(Failure.Unavailable, Outbreak))),
        new("one down, quiet traffic", Quiet, Long, () => Four(Ailments.Outage(Failure.Unavailable, 300))) { Outbreak = TimeSpan.FromSeconds(300) },
        new("flapping every 15 s", Busy, Usual, () => Four(Ailments.Flapping(Failure.Unavailable, 15, Outbreak))),
        new("drift to 10 times in 5 min", Busy, TimeSpan.FromSeconds(320), () => Four(Ailments.Drift(10, Outbreak, Outbreak + 300))),
        new("20 % of answers are 500", Busy, Usual, () => Four(Ailments.Outage(Failure.Broken, Outbreak, share: 0.2))),
        new("cheapest limited, says when", Busy, Usual, () => Four(limit: new RateLimit(100, TimeSpan.FromSeconds(2)))) { Outbreak = TimeSpan.Zero },
        new("cheapest limited, says nothing", Busy, Usual, () => Four(limit: new RateLimit(100, retryAfter: null))) { Outbreak = TimeSpan.Zero },
        new("all but one down", Busy, Usual, () => AllButOne(Ailments.Outage(Failure.Unavailable, Outbreak))),
        new("outage of 60 s", Busy, TimeSpan.FromSeconds(180), () => Four(Ailments.Outage(Failure.Unavailable, Outbreak, Outbreak + 60)))
        {
            Recovery = TimeSpan.FromSeconds(Outbreak + 60),
        },
        new("outage of 60 s, quiet traffic", Quiet, Long, () => Four(Ailments.Outage(Failure.Unavailable, 300, 360)))
        {
            Outbreak = TimeSpan.FromSeconds(300),
            Recovery = TimeSpan.FromSeconds(360),
        },
        new("20 endpoints, mixed", Busy, Usual, Twenty),
    ];

    // What befalls somebody befalls the cheapest: the one that is asked most.
    private static LabEndpoint[] Four(Func<TimeSpan, Condition>? ailment = null, RateLimit? limit = null) =>
    [
        EndpointOf.World(0, 0.5m, 500, ailment, limit),
        EndpointOf.World(1, 0.6m, 400),
        EndpointOf.World(2, 0.9m, 300),
        EndpointOf.World(3, 1.5m, 200),
    ];

    private static LabEndpoint[] Quickest(Func<TimeSpan, Condition> ailment) =>
    [
        EndpointOf.World(0, 0.5m, 500),
        EndpointOf.World(1, 0.6m, 400),
        EndpointOf.World(2, 0.9m, 300),
        EndpointOf.World(3, 1.5m, 200, ailment),
    ];

    private static LabEndpoint[] AllButOne(Func<TimeSpan, Condition> ailment) =>
    [
        EndpointOf.World(0, 0.5m, 500, ailment),
        EndpointOf.World(1, 0.6m, 400, ailment),
        EndpointOf.World(2, 0.9m, 300),
        EndpointOf.World(3, 1.5m, 200, ailment),
    ];

    private static LabEndpoint[] Twenty() => [.. Enumerable.Range(0, 20).Select(index => EndpointOf.World(
        index,
        0.5m + (0.05m * index),
        200 + (37 * index % 400),
        Mixed(index),
        index == 3 ? new RateLimit(50, TimeSpan.FromSeconds(5)) : null))];

    private static Func<TimeSpan, Condition>? Mixed(int index) => index switch
    {
        0 => Ailments.Outage(Failure.Unavailable, Outbreak),
        1 => Ailments.Flapping(Failure.Refused, 10, Outbreak),
        2 => Ailments.Drift(10, Outbreak, Outbreak + 60),
        4 => Ailments.Outage(Failure.Broken, Outbreak, share: 0.2),
        5 => Ailments.Outage(Failure.Silent, Outbreak, Outbreak + 60),
        _ => null,
    };
}
