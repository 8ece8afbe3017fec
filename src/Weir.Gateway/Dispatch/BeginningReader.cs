using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Reads an answer with a success status until it has really begun.</summary>
/// <remarks>
/// A success status is not yet an answer: events that carry nothing (a role, an empty delta) are held back until one carries
/// output, so that a provider that fails after them can still be replaced.
/// </remarks>
internal static class BeginningReader
{
    // A provider that sends more empty events than this has answered, as far as we care.
    private const int MostHeldEvents = 32;

    public static async Task<Beginning> ReadAsync(
        Candidate candidate, UpstreamCall call, HttpResponseMessage response, AttemptDeadline deadline, CancellationToken abandon)
    {
        var status = (int)response.StatusCode;
        var body = await UpstreamClient.OpenBodyAsync(response, deadline);
        var events = call.Translator.ReadAsync(body, call.Request.Stream, deadline.Token).GetAsyncEnumerator(deadline.Token);
        var held = new Queue<StreamEvent>();
        var handedOver = false;
        try
        {
            while (await events.MoveNextAsync() && events.Current.Kind != StreamEventKind.End)
            {
                var facts = call.Operation.ReadFacts(events.Current.Json.Span);
                if (facts.Error is { } error)
                {
                    return new Beginning(status, null, AttemptFailures.FromErrorEvent(candidate, error));
                }

                // Held events outlive the buffer they were read into.
                held.Enqueue(events.Current with { Json = events.Current.Json.ToArray() });
                if (facts.HasOutput || held.Count == MostHeldEvents)
                {
                    handedOver = true;
                    return new Beginning(status, new UpstreamAnswer(candidate, response, deadline, events, held, abandon), null);
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
}
