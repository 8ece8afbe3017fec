using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Stages;

/// <summary>Stage 7: calls the candidates in order until one begins to answer. The only place where another endpoint is tried.</summary>
public sealed class DispatchStage(AttemptRunner runner)
{
    /// <exception cref="GatewayException">No candidate answered; the error says what each did.</exception>
    public async Task<Committed> RunAsync(Admitted admitted)
    {
        var plan = admitted.Routed.Plan;
        var attempts = ImmutableArray.CreateBuilder<Attempt>();
        Candidate? refused = null;
        if (admitted.Routed.Prepared.Parsed.Request.Stream)
        {
            admitted.Routed.Inbound.Client.KeepAlive();
        }

        foreach (var candidate in plan.Candidates)
        {
            if (candidate.Model == refused?.Model)
            {
                continue;
            }

            var result = await runner.RunAsync(candidate, CallBuilder.Build(admitted, candidate), AbandonToken(admitted.Routed, candidate));
            attempts.Add(result.Attempt);
            if (result.Answer is { } answer)
            {
                return new Committed(admitted, attempts.ToImmutable(), answer);
            }

            if (result.Attempt.Failure!.Fallback == FallbackScope.None)
            {
                break;
            }

            refused = result.Attempt.Failure.Fallback == FallbackScope.NextModel ? candidate : refused;
        }

        throw new GatewayException(GatewayErrors.FromAttempts(attempts.ToImmutable(), plan)) { Attempts = attempts.ToImmutable() };
    }

    // A caller who leaves cancels a stream, where the provider then stops billing. A non-streamed call is read to its end:
    // it would be billed in full anyway, and only its end tells the usage.
    private static CancellationToken AbandonToken(Routed routed, Candidate candidate) =>
        routed.Prepared.Parsed.Request.Stream && candidate.Endpoint.Provider.SupportsCancellation
            ? routed.Inbound.Client.Aborted
            : routed.Inbound.ServerStopping;
}
