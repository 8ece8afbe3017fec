using Microsoft.Extensions.Logging;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Recording;
using Weir.Gateway.Telemetry;
using Weir.Ledger;
using Weir.Ledger.Pricing;
using Weir.Ledger.Records;

namespace Weir.Gateway.Stages;

/// <summary>Stage 10: charges the answer, makes charge and record durable, and only then releases the closing event.</summary>
/// <param name="ledger">Where charges are recorded; null on a server that keeps no books.</param>
/// <param name="health">Told whether the ledger takes records.</param>
/// <param name="metrics">Told what was answered and what it cost.</param>
/// <param name="time">Says how long the request took.</param>
/// <param name="logger">Told what could not be recorded.</param>
public sealed partial class SettleStage(ILedgerStore? ledger, LedgerHealthState health, GatewayMetrics metrics, TimeProvider time, ILogger<SettleStage> logger)
{
    public async Task<Settled> RunAsync(Relayed relayed)
    {
        var charge = AnswerCharge.Of(relayed);
        var inbound = relayed.Committed.Inbound;
        var reservation = relayed.Committed.Admitted.Reservation;
        var generation = GenerationRows.OfAnswer(relayed, charge, time.GetElapsedTime(inbound.StartedTimestamp));
        var isRecorded = await TryRecordAsync(generation, reservation.AdmittedOn);
        if (!isRecorded)
        {
            await relayed.Closing.WithholdAsync(AdmitStage.RecordsUnavailable);
            return new Settled(relayed, charge, generation, IsRecorded: false);
        }

        reservation.Settle(charge.Total);
        relayed.Committed.Admitted.Ticket.Use(relayed.Usage.Total);
        metrics.Answered(generation);
        metrics.Settled(generation, reservation.Amount);
        await CloseAsync(relayed, charge);
        return new Settled(relayed, charge, generation, IsRecorded: true);
    }

    /// <summary>Stores a record; false when the ledger cannot, which is logged and keeps further requests out.</summary>
    internal async Task<bool> TryRecordAsync(GenerationRow generation, DateOnly admittedOn)
    {
        if (ledger is null)
        {
            return true;
        }

        try
        {
            await ledger.SettleAsync(generation, admittedOn);
            health.CommitSucceeded();
            return true;
        }
        catch (IOException failure)
        {
            health.CommitFailed();
            Log.NotRecorded(logger, failure, generation.Id.Value);
            return false;
        }
    }

    private static ValueTask CloseAsync(Relayed relayed, Charge charge) => relayed.Failure is { } failure
        ? relayed.Closing.BreakAsync(failure, relayed.Committed.Answer.Candidate.ProviderName)
        : relayed.Closing.ReleaseAsync(relayed.Usage, charge);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Generation {Id} could not be stored; its answer was withheld and requests are refused until the disk takes records again.")]
        public static partial void NotRecorded(ILogger logger, Exception failure, string id);
    }
}
