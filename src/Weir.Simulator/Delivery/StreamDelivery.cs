using Microsoft.AspNetCore.Http;
using Weir.Simulator.Faults;

namespace Weir.Simulator.Delivery;

/// <summary>Sends an answer as a stream of events, one token each, and breaks where the plan says.</summary>
/// <param name="tokensOf">Tokens that one step hands to the client.</param>
internal sealed class StreamDelivery<TStep>(Exchange exchange, IStreamWriter<TStep> writer, Func<TStep, int> tokensOf)
{
    private readonly FaultPlan _plan = exchange.Plan;
    private readonly EventStream _events = new(exchange.Http.Response, writer.Framing);

    public async Task<SimulatedOutcome> SendAsync(IReadOnlyList<TStep> steps, CancellationToken ct)
    {
        // (1) The headers wait for the first token: both leave together, and before it a client sees no 200.
        await Task.Delay(_plan.TimeToFirstToken, exchange.Clock, ct);
        _events.Begin();
        exchange.State.Begin(StatusCodes.Status200OK);
        await SendAsync(writer.Opening(), ct);

        // (2) Content, finish reasons and usage.
        if (!_plan.Empty)
        {
            if (await SendContentAsync(steps, ct) is { } early)
            {
                return early;
            }

            await SendAsync(writer.Closing(withUsage: !_plan.OmitUsage), ct);
        }

        // (3) End mark.
        if (!_plan.OmitDone)
        {
            if (writer.End() is { } end)
            {
                await _events.SendAsync(end, ct);
            }

            await _events.EndAsync(ct);
        }

        return SimulatedOutcome.Completed;
    }

    /// <summary>Null when the stream is to go on to its end.</summary>
    private async Task<SimulatedOutcome?> SendContentAsync(IReadOnlyList<TStep> steps, CancellationToken ct)
    {
        var malformedAt = _plan.MalformedAt is { } planned ? Math.Min(planned, steps.Count) : int.MaxValue;
        var pacer = new Pacer(exchange.Clock, _plan.TokensPerSecond);
        var tokenCount = 0;
        for (var sent = 0; sent < steps.Count; sent++)
        {
            await pacer.WaitForAsync(tokenCount, ct);
            if (await BreakAsync(sent, isEnd: false, ct) is { } early)
            {
                return early;
            }

            var events = writer.Step(steps[sent]);
            if (sent + 1 >= malformedAt && BreakLast(events) is { Count: > 0 } broken)
            {
                // A step without an event, such as a hidden thought, leaves it to the next.
                events = broken;
                malformedAt = int.MaxValue;
            }

            await SendAsync(events, ct);
            var tokens = tokensOf(steps[sent]);
            tokenCount += tokens;
            exchange.State.AddTokens(tokens);
        }

        return await BreakAsync(steps.Count, isEnd: true, ct);
    }

    // A break planned beyond the end of a short answer comes at its end: what was asked for always happens.
    private async Task<SimulatedOutcome?> BreakAsync(int sent, bool isEnd, CancellationToken ct)
    {
        bool IsDue(int? after) => after == sent || (isEnd && after > sent);

        if (IsDue(_plan.StallAfter))
        {
            await Task.Delay(_plan.Stall, exchange.Clock, ct);
        }

        if (IsDue(_plan.CutAfter))
        {
            await ConnectionBreak.CloseAsync(exchange.Http, exchange.Clock, ct);
            return SimulatedOutcome.Cut;
        }

        if (!IsDue(_plan.ErrorAfter))
        {
            return null;
        }

        await _events.SendAsync(writer.Error(StatusErrors.MidStream), ct);
        return SimulatedOutcome.Completed;
    }

    private async Task SendAsync(IEnumerable<StreamEvent> events, CancellationToken ct)
    {
        foreach (var item in events)
        {
            await _events.SendAsync(item, ct);
        }
    }

    // Copies: an event is valid only until the next one is written, and which is the last shows only then.
    private static List<StreamEvent> BreakLast(IEnumerable<StreamEvent> events)
    {
        var all = events.Select(item => item with { Data = item.Data.ToArray() }).ToList();
        if (all.Count > 0)
        {
            all[^1] = all[^1] with { Data = all[^1].Data[..(all[^1].Data.Length / 2)] };
        }

        return all;
    }
}
