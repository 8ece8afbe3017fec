using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Debugging;
using Weir.Gateway.Routing;
using Weir.Gateway.Telemetry;

namespace Weir.Gateway.Dispatch;

/// <summary>Calls one candidate and waits until it has really begun to answer, or has failed.</summary>
public sealed class AttemptRunner(UpstreamClient client, HealthDirectory health, GatewayMetrics metrics, TimeProvider time)
{
    /// <param name="candidate">Whom to call.</param>
    /// <param name="call">What to ask.</param>
    /// <param name="untilAnswer">What the request has left for an answer to begin.</param>
    /// <param name="abandon">Fires when the caller has left and the attempt is to be cancelled for it.</param>
    public async Task<AttemptResult> RunAsync(Candidate candidate, UpstreamCall call, TimeSpan untilAnswer, CancellationToken abandon)
    {
        var attempt = Attempt.Of(candidate, time);
        var deadline = new AttemptDeadline(candidate.Endpoint.Provider.Timeouts, untilAnswer, time, abandon);
        var begun = await BeginAsync(candidate, call with { Now = attempt.StartedAt }, deadline, abandon);
        attempt = attempt with { Latency = deadline.Elapsed, Status = begun.Status, Failure = begun.Failure };
        if (begun.Answer is null)
        {
            deadline.Dispose();
        }

        Tell(candidate, call, attempt);
        return new AttemptResult(attempt, begun.Answer);
    }

    private void Tell(Candidate candidate, UpstreamCall call, Attempt attempt)
    {
        metrics.Attempted(attempt);
        if (attempt.Failure is not null)
        {
            health.Failed(candidate, attempt);
            return;
        }

        // A chat that is not streamed comes when its last token is there: that is no time to the first.
        health.Began(candidate, attempt.Latency, isFirstToken: call.Request.Stream || call.Operation is not ChatOperation);
    }

    private async Task<Beginning> BeginAsync(Candidate candidate, UpstreamCall call, AttemptDeadline deadline, CancellationToken abandon)
    {
        HttpResponseMessage? response = null;
        try
        {
            if (call.Request.Stream)
            {
                deadline.ArmFirstToken();
            }

            // Health knows it sealed; whoever reads the answer must know what to hide.
            candidate = candidate.Unseal();
            call = call with { Endpoint = candidate.Endpoint };
            var upstream = call.Translator.Translate(call);
            call.Debug?.Sending(candidate.Endpoint.Provider, upstream, time.GetUtcNow());
            response = await client.SendAsync(candidate.Endpoint.Provider, upstream, deadline.Token);
            call.Debug?.Note(DebugTiming.HeadersReceived, time.GetUtcNow());
            var begun = response.IsSuccessStatusCode
                ? await BeginningReader.ReadAsync(candidate, call, response, deadline, abandon)
                : new Beginning((int)response.StatusCode, null, await ErrorAnswerReader.ReadAsync(candidate, response, deadline));
            if (begun.Answer is null)
            {
                response.Dispose();
                return begun;
            }

            call.Debug?.Note(DebugTiming.FirstToken, time.GetUtcNow());
            return begun;
        }
        catch (TranslationException refused)
        {
            return new Beginning(null, null, AttemptFailures.FromTranslation(candidate, refused));
        }
        catch (Exception failure) when (AttemptFailures.IsUpstreamFault(failure))
        {
            response?.Dispose();
            var reason = abandon.IsCancellationRequested
                ? AttemptFailures.CallerLeft()
                : AttemptFailures.FromException(candidate, failure, deadline) with { IsReset = response is null && IsReset(failure, deadline) };
            return new Beginning((int?)response?.StatusCode, null, reason);
        }
    }

    // A connection that never stood is another matter: it will not stand a moment later either.
    private static bool IsReset(Exception failure, AttemptDeadline deadline) =>
        !deadline.HasExpired
        && failure is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } or IOException;
}
