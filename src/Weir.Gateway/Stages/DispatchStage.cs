using System.Collections.Immutable;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 8: calls the candidates in order until one begins to answer. The only place where another endpoint is tried.</summary>
public sealed class DispatchStage(AttemptRunner runner, MediaFetcher fetcher)
{
    /// <exception cref="GatewayException">No candidate answered; the error says what each did.</exception>
    public async Task<Committed> RunAsync(Admitted admitted)
    {
        var plan = admitted.Routed.Plan;
        var attempts = ImmutableArray.CreateBuilder<Attempt>();
        var media = new RequestMedia(fetcher, admitted.Routed.Prepared.Parsed.Request);
        GatewayException? unfetched = null;
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

            var call = CallBuilder.Build(admitted, candidate);
            try
            {
                call = call with { Request = candidate.Adapt(await FetchMediaAsync(media, call, admitted.Routed.Inbound)) };
            }
            catch (GatewayException wrong)
            {
                // A candidate that fetches by itself may still take it.
                unfetched ??= wrong;
                continue;
            }

            var result = await runner.RunAsync(candidate, call, AbandonToken(admitted.Routed, candidate));
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

        // Where nobody was asked, the address that could not be fetched is the whole story.
        if (attempts.Count == 0 && unfetched is not null)
        {
            throw unfetched;
        }

        throw new GatewayException(GatewayErrors.FromAttempts(attempts.ToImmutable(), plan)) { Attempts = attempts.ToImmutable() };
    }

    // Nothing is paid for yet: a caller who leaves ends it, streamed or not.
    private static async ValueTask<ModelRequest> FetchMediaAsync(RequestMedia media, UpstreamCall call, Inbound inbound)
    {
        if (call.Endpoint.Provider.Dialect.Find(call.Operation) is not { } translator)
        {
            return call.Request;
        }

        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(inbound.Client.Aborted, inbound.ServerStopping);
        try
        {
            return await media.ForAsync(translator, nobodyWaits.Token);
        }
        catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "The request ended while the media it names were being fetched."));
        }
    }

    // A caller who leaves cancels a stream, where the provider then stops billing. A non-streamed call is read to its end:
    // it would be billed in full anyway, and only its end tells the usage.
    private static CancellationToken AbandonToken(Routed routed, Candidate candidate) =>
        routed.Prepared.Parsed.Request.Stream && candidate.Endpoint.Provider.SupportsCancellation
            ? routed.Inbound.Client.Aborted
            : routed.Inbound.ServerStopping;
}
