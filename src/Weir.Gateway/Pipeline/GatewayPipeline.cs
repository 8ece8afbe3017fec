using Weir.Gateway.Recording;
using Weir.Gateway.Stages;
using Weir.Gateway.Telemetry;

namespace Weir.Gateway.Pipeline;

/// <summary>One chat completion from its bytes to its record. Read it top to bottom: this is the order, and there is no other.</summary>
public sealed class GatewayPipeline
{
    public required AuthenticateStage Authenticate { private get; init; }
    public required ReceiveStage Receive { private get; init; }
    public required ParseStage Parse { private get; init; }
    public required GuardStage Guard { private get; init; }
    public required PrepareStage Prepare { private get; init; }
    public required RouteStage Route { private get; init; }
    public required AdmitStage Admit { private get; init; }
    public required DispatchStage Dispatch { private get; init; }
    public required RelayStage Relay { private get; init; }
    public required SettleStage Settle { private get; init; }
    public required RecordStage Record { private get; init; }
    public required LearnStage Learn { private get; init; }
    public required RefusalEdge Refuse { private get; init; }
    public required FaultEdge Fault { private get; init; }
    public required GatewayMetrics Metrics { private get; init; }

    /// <summary>Runs a request that stage 1 has taken in. Ends with the response complete and the record handed on.</summary>
    public async Task RunAsync(Inbound inbound)
    {
        await using var client = inbound.Client;
        var stages = inbound.Stages;
        Authenticated? authenticated = null;
        Parsed? parsed = null;
        var isGuarded = false;
        Routed? routed = null;
        var isSettled = false;
        try
        {
            // (2) Who is calling: the key's hash is looked up in memory.
            authenticated = Authenticate.Run(inbound);
            stages.Passed("authenticate");

            // (3) What was sent: the body is read only now, for a caller who is known.
            authenticated = await Receive.RunAsync(authenticated);
            stages.Passed("receive");

            // (4) What is asked: one pass over the body; its bytes are kept.
            parsed = Parse.Run(authenticated);
            stages.Passed("parse");

            // (5) What the caller's guardrails block or redact, nobody behind this line sees.
            parsed = Guard.Run(parsed);
            authenticated = parsed.Authenticated;
            isGuarded = true;
            stages.Passed("guard");

            //     Defaults, presets, plugins; what is not there yet is refused by name.
            var prepared = Prepare.Run(parsed);
            stages.Passed("prepare");

            // (6) Who can answer, in which order: from one snapshot of the catalogue. A conversation stays where its prompt cache is.
            routed = Route.Run(prepared);
            stages.Passed("route");

            // (7) May it spend: from here on a reservation is held, and lapses unless it is settled.
            var admitted = Admit.Run(routed);
            using var reservation = admitted.Reservation;
            using var ticket = admitted.Ticket;
            stages.Passed("admit");

            // (8) Call the candidates until one begins to answer    Weir ──► provider
            //     unless the same request was answered before, and the caller asks for what was kept
            var committed = await Dispatch.RunAsync(admitted);
            await using var answer = committed.Answer;
            stages.Passed("dispatch");

            // (9) Pass the answer on as it arrives                  client ◄── Weir ◄── provider
            var relayed = await Relay.RunAsync(committed);
            stages.Passed("relay");

            // (10) Charge and record, durably; then release the closing event.
            isSettled = true;
            var settled = await Settle.RunAsync(relayed);
            stages.Passed("settle");
            Learn.Run(settled);

            // (11) The gateway's spans; (12) is the span writer behind the sink.
            await Record.RunAsync(ExchangeRecord.Of(settled));
        }
        catch (GatewayException refusal)
        {
            // Before an answer began: nothing but an error has reached the client, and nothing is charged.
            parsed = refusal.Recordable ?? parsed;
            authenticated = parsed?.Authenticated ?? authenticated;
            await Refuse.RunAsync(Refused.Of(inbound, authenticated, parsed, routed).For(refusal));
        }
        catch (Exception failure)
        {
            // A fault of ours, wherever it was: it ends as a record and an answer, like any other. What no guardrail has looked at is not recorded.
            parsed = isGuarded ? parsed : null;
            await Fault.RunAsync(Refused.Of(inbound, authenticated, parsed, routed), failure, isSettled);
        }

        Metrics.Stages(stages.Records);
    }
}
