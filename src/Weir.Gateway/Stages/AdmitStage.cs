using Weir.Gateway.Pipeline;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 7: may this request spend.</summary>
public sealed class AdmitStage(LedgerHealthState ledger)
{
    /// <exception cref="GatewayException">402 when the key's limit is used up; 503 while records cannot be stored.</exception>
    public Admitted Run(Routed routed)
    {
        if (!ledger.TryAdmit())
        {
            throw new GatewayException(RecordsUnavailable);
        }

        var authenticated = routed.Prepared.Parsed.Authenticated;
        var today = UtcWindows.Day(routed.Inbound.ReceivedAt);
        RequireUnderLimit(authenticated.Caller, today);
        return new Admitted(routed, new Reservation(authenticated.Caller, today));
    }

    /// <summary>What a caller is told while charges cannot be stored.</summary>
    public static GatewayError RecordsUnavailable { get; } = new()
    {
        Code = GatewayErrorCode.RecordUnavailable,
        Message = "Records cannot be stored right now, so no request is served unrecorded. The operator finds the cause in the server's log.",
        Origin = ErrorOrigin.Gateway,
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    private static void RequireUnderLimit(Caller caller, DateOnly today)
    {
        if (caller.Key.Limit is not { } limit)
        {
            return;
        }

        var spent = caller.Usage.Read(today).Of(caller.Key.LimitReset);
        if (spent >= limit)
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.PaymentRequired,
                $"Key limit exceeded: ${spent} of ${limit} used ({caller.Key.LimitReset.ToString().ToLowerInvariant()} reset). Raise the limit (PATCH /api/v1/keys/{{hash}}) or use another key."));
        }
    }
}
