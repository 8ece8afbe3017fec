using Weir.Simulator.Answers;
using Weir.Simulator.Faults;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Sends an answer as one JSON body; what the plan says about events happens in the middle of the body.</summary>
internal sealed class JsonDelivery(ChatExchange exchange)
{
    private readonly FaultPlan _plan = exchange.Plan;

    public async Task<SimulatedOutcome> SendAsync(CancellationToken ct)
    {
        // (1) A model that streams its answer at some pace needs as long to write it down.
        await Task.Delay(_plan.TimeToFirstToken, exchange.Clock, ct);
        await new Pacer(exchange.Clock, _plan.TokensPerSecond).WaitForAsync(exchange.Answer.CompletionTokens, ct);

        // (2) Headers.
        var body = Body();
        var response = exchange.Http.Response;
        response.ContentType = "application/json";
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
        exchange.State.AddTokens(exchange.Answer.CompletionTokens);
        return SimulatedOutcome.Completed;
    }

    private ReadOnlyMemory<byte> Body()
    {
        // Some providers answer 200 with an error in the body.
        if (_plan.ErrorAfter is not null)
        {
            return JsonOutput.Build(json => JsonOutput.WriteEnvelope(json, StatusErrors.MidStream));
        }

        var extent = (_plan.Empty ? AnswerExtent.None : AnswerExtent.Content) | (_plan.OmitUsage ? AnswerExtent.None : AnswerExtent.Usage);
        var body = ChatResponseWriter.Write(exchange.Request, exchange.Answer, exchange.Created, extent);
        return _plan.MalformedAt is null ? body : body[..(body.Length / 2)];
    }

    private async Task<SimulatedOutcome> CutAsync(CancellationToken ct)
    {
        await ConnectionBreak.CloseAsync(exchange.Http, exchange.Clock, ct);
        return SimulatedOutcome.Cut;
    }
}
