using Weir.Gateway.Guardrails;
using Weir.Gateway.Metadata;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Recording;
using Weir.Gateway.Telemetry;
using Weir.Ledger.Keys;

namespace Weir.Gateway.Stages;

/// <summary>The error edge: records a request that ended before an answer began, and tells the client why.</summary>
public sealed class RefusalEdge(SettleStage settle, RecordStage record, GatewayMetrics metrics, TimeProvider time)
{
    public async Task RunAsync(Refused refused)
    {
        metrics.Refused(refused.Error, refused.Authenticated is not null);
        if (refused.Authenticated is not { } authenticated)
        {
            await TellAsync(refused);
            return;
        }

        var generation = GenerationRows.OfRefusal(refused, authenticated.Caller, time.GetElapsedTime(refused.Inbound.StartedTimestamp));
        _ = await settle.TryRecordAsync(generation, UtcWindows.Day(refused.Inbound.ReceivedAt));
        await TellAsync(refused);
        await record.RunAsync(new ExchangeRecord
        {
            Inbound = refused.Inbound,
            Caller = authenticated.Caller,
            Request = refused.Parsed?.Request,
            Restrictions = refused.Parsed?.Restrictions ?? CallerRestrictions.None,
            Routed = refused.Routed,
            Attempts = refused.Attempts,
            Generation = generation,
        });
    }

    /// <summary>Tells the client, without a record.</summary>
    internal static async Task TellAsync(Refused refused)
    {
        var inbound = refused.Inbound;
        var client = inbound.Client;
        var error = RouterMetadata.Attach(refused);
        await client.StopKeepAliveAsync();
        if (client.HasStarted)
        {
            // A keep-alive comment has fixed the status at 200: the error can only go in band.
            var provider = refused.Attempts.IsEmpty ? "" : refused.Attempts[^1].ProviderName;
            var answer = inbound.Protocol.Answer(inbound, refused.Parsed?.Request.Model ?? "", provider);
            var events = new EventBuffer();
            answer.WriteError(error, events);
            answer.WriteEndMark(events);
            await client.SendEndAsync(events);
            return;
        }

        var json = inbound.Protocol.WriteError(error, inbound.Id);
        await client.SendBodyAsync(ResponseHead.Of(error, json.Length), json);
    }
}
