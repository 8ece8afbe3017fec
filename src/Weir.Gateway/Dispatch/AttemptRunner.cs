using Weir.Gateway.Debugging;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Calls one candidate and waits until it has really begun to answer, or has failed.</summary>
public sealed class AttemptRunner(UpstreamClient client, TimeProvider time)
{
    /// <param name="candidate">Whom to call.</param>
    /// <param name="call">What to ask.</param>
    /// <param name="abandon">Fires when the caller has left and the attempt is to be cancelled for it.</param>
    public async Task<AttemptResult> RunAsync(Candidate candidate, UpstreamCall call, CancellationToken abandon)
    {
        var provider = candidate.Endpoint.Provider;
        var attempt = new Attempt
        {
            ProviderSlug = provider.Slug,
            ProviderName = provider.Name,
            Model = candidate.Model.Slug,
            UpstreamModel = candidate.Endpoint.UpstreamModel,
            StartedAt = time.GetUtcNow(),
            Latency = TimeSpan.Zero,
        };
        var deadline = new AttemptDeadline(provider.Timeouts, time, abandon);
        var begun = await BeginAsync(candidate, call with { Now = attempt.StartedAt }, deadline, abandon);
        attempt = attempt with { Latency = deadline.Elapsed, Status = begun.Status, Failure = begun.Failure };
        if (begun.Answer is null)
        {
            deadline.Dispose();
        }

        return new AttemptResult(attempt, begun.Answer);
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
            var reason = abandon.IsCancellationRequested ? AttemptFailures.CallerLeft() : AttemptFailures.FromException(candidate, failure, deadline);
            return new Beginning((int?)response?.StatusCode, null, reason);
        }
    }
}
