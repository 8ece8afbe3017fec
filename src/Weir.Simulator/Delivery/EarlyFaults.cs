using Microsoft.AspNetCore.Http;
using Weir.Simulator.Faults;
using Weir.Simulator.Gemini;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>The faults that strike before a request is looked at.</summary>
internal sealed class EarlyFaults(TimeProvider clock)
{
    private readonly FlapClock _flap = new(clock);

    /// <summary>Null when there is none and the request is to be answered.</summary>
    public async Task<SimulatedOutcome?> HappenAsync(Exchange exchange, CancellationToken ct)
    {
        var plan = exchange.Plan;
        if (plan.Reset == ResetPoint.Headers)
        {
            ConnectionBreak.Reset(exchange.Http);
            return SimulatedOutcome.Cut;
        }

        if (plan.Reset == ResetPoint.Body)
        {
            exchange.State.Begin(StatusCodes.Status200OK);
            ConnectionBreak.ResetAfterHeaders(exchange.Http, exchange.State.Snapshot().Streamed ? "text/event-stream; charset=utf-8" : "application/json");
            return SimulatedOutcome.Cut;
        }

        if (plan.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, ct);
        }

        // Google says it in an answer of its own.
        var failure = plan.BlocksPrompt && GeminiPath.Parse(exchange.Http.Request.Path.Value ?? "") is { Method: "generateContent" or "streamGenerateContent" } ? null : plan.Failure;
        var isDown = plan.Flap is { } period && _flap.IsDown(period);
        if ((isDown ? StatusErrors.For(503) : failure) is not { } error)
        {
            return null;
        }

        exchange.State.Begin(error.Status);
        await JsonOutput.SendErrorAsync(exchange.Http, error, plan.RetryAfter, ct);
        return SimulatedOutcome.Refused;
    }
}
