using Microsoft.AspNetCore.Http;
using Weir.Simulator.Faults;
using Weir.Simulator.Requests;

namespace Weir.Simulator.Delivery;

/// <summary>A request that is past its early faults, with the plan by which its answer is to be delivered.</summary>
internal sealed record Exchange
{
    public required HttpContext Http { get; init; }

    public required RequestState State { get; init; }

    public required FaultPlan Plan { get; init; }

    /// <summary>Waits on it; also the source of <c>created</c>, which is the time of the answer as with any provider.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Model by the name of the client, where a dialect puts it in the path; null when the body says it.</summary>
    public string? ModelInPath { get; init; }

    public long Created => Clock.GetUtcNow().ToUnixTimeSeconds();
}
