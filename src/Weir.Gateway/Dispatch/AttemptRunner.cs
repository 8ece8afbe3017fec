using Weir.Gateway.Debugging;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
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
    /// <param name="lost">Fires when another attempt has begun to answer, and this one is not needed any more.</param>
    public async Task<AttemptResult> RunAsync(
        Candidate candidate, UpstreamCall call, TimeSpan untilAnswer, CancellationToken abandon, CancellationToken lost = default)
    {
        var attempt = Attempt.Of(candidate, time);
        if (untilAnswer <= TimeSpan.Zero)
        {
            return NotSent(candidate, attempt, AttemptFailures.OutOfTime(candidate));
        }

        HttpRequestMessage message;
        var asked = candidate;
        try
        {
            // Health knows it sealed; whoever reads the answer must know what to hide.
            asked = candidate.Unseal();
            call = call with { Endpoint = asked.Endpoint, Now = attempt.StartedAt };
            var upstream = call.Translator.Translate(call);
            message = UpstreamClient.Message(asked.Endpoint.Provider, upstream, call.Room);
            call.Debug?.Sending(asked.Endpoint.Provider, upstream, time.GetUtcNow());
        }
        catch (TranslationException refused)
        {
            return NotSent(candidate, attempt, AttemptFailures.FromTranslation(candidate, refused));
        }

        var askedAt = health.Asked(candidate, call.Request.Stream);
        var deadline = new AttemptDeadline(candidate.Endpoint.Provider.Timeouts, untilAnswer, time, abandon, lost);
        ILiveAnswer? answer = null;
        try
        {
            var begun = await BeginAsync(asked, call, message, deadline, new Withdrawal(abandon, lost));
            answer = begun.Answer;
            attempt = attempt with { Latency = deadline.Elapsed, Status = begun.Status, Failure = begun.Failure };
            Tell(candidate, call, attempt, askedAt);
            return new AttemptResult(candidate, attempt, answer);
        }
        finally
        {
            if (answer is null)
            {
                deadline.Dispose();
            }
        }
    }

    // Health is told nothing, not even that somebody waits for a word.
    private AttemptResult NotSent(Candidate candidate, Attempt attempt, AttemptFailure why)
    {
        attempt = attempt with { Failure = why };
        metrics.Attempted(attempt);
        return new AttemptResult(candidate, attempt, null);
    }

    private void Tell(Candidate candidate, UpstreamCall call, Attempt attempt, TimeSpan askedAt)
    {
        metrics.Attempted(attempt);
        switch (attempt.Failure)
        {
            case null:
                // A chat that is not streamed comes when its last token is there: that is no time to the first.
                health.Began(candidate, attempt.Latency, isFirstToken: call.Request.Stream || call.Operation is not ChatOperation);
                break;
            case { IsCancelled: true }:
                health.Withdrawn(candidate, askedAt, call.Request.Stream);
                break;
            default:
                health.Failed(candidate, attempt);
                break;
        }
    }

    private async Task<Beginning> BeginAsync(Candidate candidate, UpstreamCall call, HttpRequestMessage message, AttemptDeadline deadline, Withdrawal withdrawal)
    {
        HttpResponseMessage? response = null;
        var isHandedOver = false;
        try
        {
            if (call.Request.Stream)
            {
                deadline.ArmFirstToken();
            }

            response = await client.SendAsync(message, deadline.Token);
            call.Debug?.Note(DebugTiming.HeadersReceived, time.GetUtcNow());
            var begun = response.IsSuccessStatusCode
                ? await BeginningReader.ReadAsync(candidate, call, response, deadline, withdrawal.CallerLeft)
                : new Beginning((int)response.StatusCode, null, await ErrorAnswerReader.ReadAsync(candidate, response, deadline));
            isHandedOver = begun.Answer is not null;
            if (isHandedOver)
            {
                call.Debug?.Note(DebugTiming.FirstToken, time.GetUtcNow());
                if (!call.Request.Stream)
                {
                    call.Room?.Answered();
                }
            }

            return begun;
        }
        catch (Exception failure) when (AttemptFailures.IsUpstreamFault(failure))
        {
            var reason = withdrawal.ReasonFor(candidate)
                ?? AttemptFailures.FromException(candidate, failure, deadline) with { IsReset = response is null && IsReset(failure, deadline) };
            return new Beginning((int?)response?.StatusCode, null, reason);
        }
        finally
        {
            // Faults of our own pass through here too, and must not keep a connection.
            if (!isHandedOver)
            {
                response?.Dispose();
            }
        }
    }

    // A connection that never stood is another matter: it will not stand a moment later either.
    private static bool IsReset(Exception failure, AttemptDeadline deadline) =>
        !deadline.HasExpired
        && failure is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } or IOException;

    /// <summary>Why we give an attempt up ourselves.</summary>
    private readonly record struct Withdrawal(CancellationToken CallerLeft, CancellationToken Lost)
    {
        public AttemptFailure? ReasonFor(Candidate candidate) =>
            CallerLeft.IsCancellationRequested ? AttemptFailures.CallerLeft()
            : Lost.IsCancellationRequested ? AttemptFailures.Lost(candidate)
            : null;
    }
}
