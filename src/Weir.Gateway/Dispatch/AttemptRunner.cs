using Weir.Gateway.Chat;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Calls one candidate and waits until it has really begun to answer, or has failed.</summary>
/// <remarks>
/// A success status is not yet an answer: events that carry nothing (a role, an empty delta) are held back until one carries
/// output, so that a provider that fails after them can still be replaced.
/// </remarks>
public sealed class AttemptRunner(UpstreamClient client, TimeProvider time)
{
    // A provider that sends more empty events than this has answered, as far as we care.
    private const int MostHeldEvents = 32;

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

            response = await client.SendAsync(candidate.Endpoint.Provider, candidate.Endpoint.Provider.Dialect.Translate(call), deadline.Token);
            var begun = response.IsSuccessStatusCode
                ? await ReadBeginningAsync(candidate, call, response, deadline, abandon)
                : new Beginning((int)response.StatusCode, null, await ErrorAnswerReader.ReadAsync(candidate, response, deadline));
            if (begun.Answer is null)
            {
                response.Dispose();
            }

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

    private static async Task<Beginning> ReadBeginningAsync(Candidate candidate, UpstreamCall call, HttpResponseMessage response, AttemptDeadline deadline, CancellationToken abandon)
    {
        var status = (int)response.StatusCode;
        var body = await UpstreamClient.OpenBodyAsync(response, deadline);
        var events = candidate.Endpoint.Provider.Dialect.ReadAsync(body, call.Request.Stream, deadline.Token).GetAsyncEnumerator(deadline.Token);
        var held = new Queue<StreamEvent>();
        var handedOver = false;
        try
        {
            while (await events.MoveNextAsync() && events.Current.Kind != StreamEventKind.End)
            {
                var facts = ChatFacts.Read(events.Current.Json.Span);
                if (facts.Error is { } error)
                {
                    return new Beginning(status, null, AttemptFailures.FromErrorEvent(candidate, error));
                }

                // Held events outlive the buffer they were read into.
                held.Enqueue(events.Current with { Json = events.Current.Json.ToArray() });
                if (facts.HasOutput || held.Count == MostHeldEvents)
                {
                    handedOver = true;
                    return new Beginning(status, new LiveAnswer(candidate, response, deadline, events, held, abandon), null);
                }
            }

            return new Beginning(status, null, AttemptFailures.Empty(candidate));
        }
        finally
        {
            if (!handedOver)
            {
                await events.DisposeAsync();
            }
        }
    }

    private sealed record Beginning(int? Status, LiveAnswer? Answer, AttemptFailure? Failure);
}
