using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Faults;
using Weir.Simulator.Requests;

namespace Weir.Simulator.Delivery;

/// <summary>A request with its answer and the plan by which it is to be delivered.</summary>
internal sealed record ChatExchange
{
    public required HttpContext Http { get; init; }

    public required RequestState State { get; init; }

    public required ChatRequest Request { get; init; }

    public required Answer Answer { get; init; }

    public required FaultPlan Plan { get; init; }

    /// <summary>Waits on it; also the source of <c>created</c>, which is the time of the answer as with any provider.</summary>
    public required TimeProvider Clock { get; init; }

    public long Created => Clock.GetUtcNow().ToUnixTimeSeconds();
}
