using Weir.Simulator.Answers;
using Weir.Simulator.Faults;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Sends an answer as one body; what the plan says about events happens in the middle of the body.</summary>
internal sealed class BodyDelivery(Exchange exchange)
{
    private readonly FaultPlan _plan = exchange.Plan;

    /// <param name="write">Makes the body, or of it what the extent says.</param>
    public Task<SimulatedOutcome> SendJsonAsync(int tokenCount, Func<AnswerExtent, ReadOnlyMemory<byte>> write, CancellationToken ct) =>
        SendAsync("application/json", tokenCount, write, ct);

    /// <inheritdoc cref="SendJsonAsync"/>
    public async Task<SimulatedOutcome> SendAsync(string contentType, int tokenCount, Func<AnswerExtent, ReadOnlyMemory<byte>> write, CancellationToken ct)
    {
        // (1) A model that streams its answer at some pace needs as long to write it down.
        await Task.Delay(_plan.TimeToFirstToken, exchange.Clock, ct);
        await new Pacer(exchange.Clock, _plan.TokensPerSecond).WaitForAsync(tokenCount, ct);

        // (2) Headers.
        var body = Body(write);
        var response = exchange.Http.Response;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        exchange.State.Begin(response.StatusCode);

        // (3) Body, with the break in its middle.
        var middle = body.Length / 2;
        if (_plan.StallAfter is not null || _plan.CutAfter is not null)
        {
            await response.Body.WriteAsync(body[..middle], ct);
            await response.Body.FlushAsync(ct);
            body = body[middle..];
        }

        if (_plan.StallAfter is not null)
        {
            await Task.Delay(_plan.Stall, exchange.Clock, ct);
        }

        if (_plan.CutAfter is not null)
        {
            return await CutAsync(ct);
        }

        await response.Body.WriteAsync(body, ct);
        exchange.State.AddTokens(tokenCount);
        return SimulatedOutcome.Completed;
    }

    private ReadOnlyMemory<byte> Body(Func<AnswerExtent, ReadOnlyMemory<byte>> write)
    {
        // Some providers answer 200 with an error in the body.
        if (_plan.ErrorAfter is not null)
        {
            return ErrorShape.Write(exchange.Http.Request, StatusErrors.MidStream);
        }

        var extent = (_plan.Empty ? AnswerExtent.None : AnswerExtent.Content) | (_plan.OmitUsage ? AnswerExtent.None : AnswerExtent.Usage);
        var body = write(extent);
        return _plan.MalformedAt is null ? body : body[..(body.Length / 2)];
    }

    private async Task<SimulatedOutcome> CutAsync(CancellationToken ct)
    {
        await ConnectionBreak.CloseAsync(exchange.Http, exchange.Clock, ct);
        return SimulatedOutcome.Cut;
    }
}
