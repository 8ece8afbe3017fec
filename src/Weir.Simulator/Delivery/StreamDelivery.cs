using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Faults;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Sends an answer as server-sent events, one token each, and breaks where the plan says.</summary>
internal sealed class StreamDelivery(ChatExchange exchange) : IDisposable
{
    private readonly FaultPlan _plan = exchange.Plan;
    private readonly EventStream _events = new(exchange.Http.Response);
    private readonly ChatChunkWriter _chunks = new(exchange.Request, exchange.Answer, exchange.Created);

    public void Dispose() => _chunks.Dispose();

    public async Task<SimulatedOutcome> SendAsync(CancellationToken ct)
    {
        // (1) The headers wait for the first token: both leave together, and before it a client sees no 200.
        await Task.Delay(_plan.TimeToFirstToken, exchange.Clock, ct);
        _events.Begin();
        exchange.State.Begin(StatusCodes.Status200OK);

        // (2) One role chunk for each choice.
        foreach (var choice in exchange.Answer.Choices)
        {
            await _events.SendAsync(_chunks.Role(choice), ct);
        }

        // (3) Content, finish reasons and usage.
        if (!_plan.Empty)
        {
            if (await SendContentAsync(ct) is { } early)
            {
                return early;
            }

            await SendClosingAsync(ct);
        }

        // (4) End mark.
        if (!_plan.OmitDone)
        {
            await _events.SendAsync(EventStream.Done, ct);
        }

        return SimulatedOutcome.Completed;
    }

    /// <summary>Null when the stream is to go on to its end.</summary>
    private async Task<SimulatedOutcome?> SendContentAsync(CancellationToken ct)
    {
        var steps = AnswerSteps.Of(exchange.Answer).ToList();
        var malformedAt = _plan.MalformedAt is { } planned ? Math.Min(planned, steps.Count) : -1;
        var pacer = new Pacer(exchange.Clock, _plan.TokensPerSecond);
        var tokenCount = 0;
        for (var sent = 0; sent < steps.Count; sent++)
        {
            await pacer.WaitForAsync(tokenCount, ct);
            if (await BreakAsync(sent, isEnd: false, ct) is { } early)
            {
                return early;
            }

            var chunk = _chunks.Step(steps[sent]);
            await _events.SendAsync(sent + 1 == malformedAt ? chunk[..(chunk.Length / 2)] : chunk, ct);
            tokenCount += steps[sent].Piece.TokenCount;
            exchange.State.AddTokens(steps[sent].Piece.TokenCount);
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
            return await CutAsync(ct);
        }

        if (!IsDue(_plan.ErrorAfter))
        {
            return null;
        }

        await _events.SendAsync(_chunks.Error(StatusErrors.MidStream), ct);
        return SimulatedOutcome.Completed;
    }

    private async Task SendClosingAsync(CancellationToken ct)
    {
        foreach (var choice in exchange.Answer.Choices)
        {
            await _events.SendAsync(_chunks.Finish(choice), ct);
        }

        if (exchange.Request.IncludeUsage && !_plan.OmitUsage)
        {
            await _events.SendAsync(_chunks.Usage(), ct);
        }
    }

    private async Task<SimulatedOutcome> CutAsync(CancellationToken ct)
    {
        await ConnectionBreak.CloseAsync(exchange.Http, exchange.Clock, ct);
        return SimulatedOutcome.Cut;
    }
}
