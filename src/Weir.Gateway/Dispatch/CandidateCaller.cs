using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Calls one candidate for one request: fetches the media it cannot fetch, and repeats the call once where that is sound.</summary>
/// <remarks>Calls may run at the same time; preparing them may not.</remarks>
internal sealed class CandidateCaller(DispatchParts parts, Admitted admitted)
{
    private readonly CallPreparer _calls = new(parts.Fetcher, admitted);

    private Inbound Inbound => admitted.Routed.Inbound;

    /// <summary>Yields each attempt; the last one may have an answer.</summary>
    /// <param name="candidate">Whom to call.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="left">What the request has left for an answer to begin.</param>
    /// <exception cref="GatewayException">400: media that the request names cannot be fetched.</exception>
    public async IAsyncEnumerable<AttemptResult> CallAsync(Candidate candidate, ModelRequest request, Func<TimeSpan> left)
    {
        var call = await PrepareAsync(candidate, request);
        parts.Health.Requested(candidate);
        var first = await RunAsync(candidate, call, left);
        yield return first;
        if (first.Answer is null && await RepeatAsync(call, first, left) is { } second)
        {
            yield return second;
        }
    }

    /// <summary>The call of a candidate, with what it cannot fetch.</summary>
    /// <exception cref="GatewayException">400: media that the request names cannot be fetched.</exception>
    public ValueTask<UpstreamCall> PrepareAsync(Candidate candidate, ModelRequest request, CancellationToken lost = default) =>
        _calls.PrepareAsync(candidate, request, lost);

    /// <summary>One call.</summary>
    public Task<AttemptResult> RunAsync(Candidate candidate, UpstreamCall call, Func<TimeSpan> left, CancellationToken lost = default) =>
        parts.Runner.RunAsync(candidate, call, left(), AbandonToken(candidate), lost);

    /// <summary>The same call once more, where it failed in a way that is soon over; null where not.</summary>
    public async Task<AttemptResult?> RepeatAsync(UpstreamCall call, AttemptResult failed, Func<TimeSpan> left)
    {
        if (!await MayRepeatAsync(failed.Candidate, failed.Attempt, left()))
        {
            return null;
        }

        parts.Metrics.Retried(failed.Attempt);
        return await RunAsync(failed.Candidate, call, left);
    }

    // The budget is asked last: what is not repeated takes nothing of it.
    private async Task<bool> MayRepeatAsync(Candidate candidate, Attempt failed, TimeSpan left)
    {
        if (RetryRule.WaitAfter(failed, parts.Random) is not { } wait || wait >= left || Inbound.Client.IsGone || !parts.Health.TryRetry(candidate))
        {
            return false;
        }

        // Nothing is paid for while no call is under way: a caller who leaves ends it, streamed or not.
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(Inbound.Client.Aborted, Inbound.ServerStopping);
        try
        {
            await Task.Delay(wait, parts.Time, nobodyWaits.Token);
            return true;
        }
        catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
        {
            return false;
        }
    }

    // A caller who leaves cancels a stream, where the provider then stops billing. A non-streamed call is read to its end:
    // it would be billed in full anyway, and only its end tells the usage.
    private CancellationToken AbandonToken(Candidate candidate) =>
        admitted.Routed.Prepared.Parsed.Request.Stream && candidate.Endpoint.Provider.SupportsCancellation ? Inbound.Client.Aborted : Inbound.ServerStopping;
}
