using Microsoft.AspNetCore.Http;
using Weir.Simulator.Faults;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>The faults that strike before a request is looked at.</summary>
internal sealed class EarlyFaults(TimeProvider clock)
{
    private readonly FlapClock _flap = new(clock);

    /// <summary>Null when there is none and the request is to be answered.</summary>
    public async Task<SimulatedOutcome?> HappenAsync(HttpContext http, RequestState state, FaultPlan plan, CancellationToken ct)
    {
        if (plan.Reset == ResetPoint.Headers)
        {
            ConnectionBreak.Reset(http);
            return SimulatedOutcome.Cut;
        }

        if (plan.Reset == ResetPoint.Body)
        {
            state.Begin(StatusCodes.Status200OK);
            ConnectionBreak.ResetAfterHeaders(http, state.Snapshot().Streamed ? "text/event-stream; charset=utf-8" : "application/json");
            return SimulatedOutcome.Cut;
        }

        if (plan.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, ct);
        }

        var isDown = plan.Flap is { } period && _flap.IsDown(period);
        if ((isDown ? StatusErrors.For(503) : plan.Failure) is not { } failure)
        {
            return null;
        }

        state.Begin(failure.Status);
        await JsonOutput.SendErrorAsync(http, failure, plan.RetryAfter, ct);
        return SimulatedOutcome.Refused;
    }
}
