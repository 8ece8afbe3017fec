using Microsoft.Extensions.Logging;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Calls a candidate, and a second one besides when the first says nothing for long: whoever begins to answer first wins, the other is cancelled.</summary>
/// <remarks>
/// Once a request, and for streams only, whose first word shows and whose bill stops when they are cancelled. A hedge takes from the first endpoint's budget
/// of repetitions, so that an outage is not amplified. While two are asked, one that fails is not repeated: the other is the next try.
/// </remarks>
internal sealed partial class HedgedCaller
{
    private readonly DispatchParts _parts;
    private readonly CandidateCaller _caller;
    private readonly CandidateQueue _queue;
    private readonly ClientWriter _client;
    private readonly TimeSpan _after;
    private bool _isUsed;

    private HedgedCaller(DispatchParts parts, CandidateCaller caller, CandidateQueue queue, ClientWriter client, TimeSpan after)
    {
        _parts = parts;
        _caller = caller;
        _queue = queue;
        _client = client;
        _after = after;
    }

    /// <summary>Null where a request is never hedged: by the operator's settings, its own wish, or its nature.</summary>
    public static HedgedCaller? Of(DispatchParts parts, AttemptOptions options, Admitted admitted, CandidateCaller caller, CandidateQueue queue)
    {
        var routed = admitted.Routed;
        return options.HedgeAfter is { } after && routed.Prepared.Parsed.Request.Stream && routed.Plan is { AllowsFallbacks: true, Candidates.Length: > 1 }
            ? new HedgedCaller(parts, caller, queue, routed.Inbound.Client, after)
            : null;
    }

    /// <summary>Whether a call may be hedged: one that does not stop when it is cancelled would be billed in full.</summary>
    public bool Covers(Candidate candidate) => !_isUsed && candidate.Endpoint.Provider.SupportsCancellation;

    /// <summary>Yields each attempt, in the order in which they ended; the last one may have an answer.</summary>
    /// <param name="candidate">Whom to call.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="left">What the request has left for an answer to begin.</param>
    /// <exception cref="GatewayException">400: media that the request names cannot be fetched.</exception>
    public async IAsyncEnumerable<AttemptResult> CallAsync(Candidate candidate, ModelRequest request, Func<TimeSpan> left)
    {
        var call = await _caller.PrepareAsync(candidate, request);
        _parts.Health.Requested(candidate);
        var first = new Racer(candidate, isHedge: false, _parts.Time, async lost => await _caller.RunAsync(candidate, call, left, lost));
        if (await IsSlowAsync(first.Running) && TakeSecond(candidate) is { } other)
        {
            var second = new Racer(other, isHedge: true, _parts.Time, lost => AskAsync(other, request, left, lost));
            await foreach (var result in RaceAsync(first, second))
            {
                yield return result;
            }

            yield break;
        }

        first.Take();
        var alone = await first.ResultAsync();
        await first.DisposeAsync();
        yield return alone!;
        if (alone!.Answer is null && await _caller.RepeatAsync(call, alone, left) is { } repeated)
        {
            yield return repeated;
        }
    }

    private async Task<bool> IsSlowAsync(Task first)
    {
        using var known = new CancellationTokenSource();
        var pause = Task.Delay(_after, _parts.Time, known.Token);
        var isSlow = await Task.WhenAny(first, pause) == pause;
        await known.CancelAsync();
        return isSlow;
    }

    // The budget is asked last: what is not hedged takes nothing of it.
    private Candidate? TakeSecond(Candidate first)
    {
        if (_client.IsGone || _queue.Beside(first) is not { } second || !_parts.Health.TryHedge(first))
        {
            return null;
        }

        _isUsed = true;
        _queue.Take(second);
        return second;
    }

    private async Task<AttemptResult?> AskAsync(Candidate candidate, ModelRequest request, Func<TimeSpan> left, CancellationToken lost)
    {
        try
        {
            var call = await _caller.PrepareAsync(candidate, request, lost);
            return await _caller.RunAsync(candidate, call, left, lost);
        }
        catch (GatewayException)
        {
            // What it would need fetched cannot be had; the first one did without.
            return null;
        }
    }

    private async IAsyncEnumerable<AttemptResult> RaceAsync(Racer first, Racer second)
    {
        var isWon = false;
        try
        {
            var isFirst = await Task.WhenAny(first.Running, second.Running) == first.Running;
            var (sooner, later) = isFirst ? (first, second) : (second, first);
            var result = await sooner.ResultAsync();
            if (result?.Answer is null)
            {
                if (result is not null)
                {
                    yield return result;
                }

                // The other one is what is left, as the next candidate would be.
                (sooner, later) = (later, sooner);
                result = await sooner.ResultAsync();
            }
            else
            {
                yield return later.Lost();
            }

            isWon = result?.Answer is not null;
            _parts.Metrics.Hedged(second.Candidate, isWon ? sooner.IsHedge ? "won" : "lost" : "failed");
            if (result is not null)
            {
                yield return isWon ? Win(sooner, later, result) : result;
            }
        }
        finally
        {
            if (!isWon)
            {
                await EndAsync(first, second);
            }
        }
    }

    private AttemptResult Win(Racer winner, Racer other, AttemptResult result)
    {
        winner.Take();
        return result with { Answer = new RacedAnswer(result.Answer!, EndAsync(winner, other)) };
    }

    private async Task EndAsync(Racer one, Racer other)
    {
        foreach (var racer in (Racer[])[one, other])
        {
            try
            {
                await racer.DisposeAsync();
            }
            catch (Exception failure)
            {
                // An edge: nobody needs this attempt any more. What a provider does is no exception, so this is a fault of our own.
                Log.Faulted(_parts.Logger, failure, racer.Candidate.Endpoint.Provider.Slug);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The attempt at {Provider} that another one replaced failed for a reason of Weir's own.")]
        public static partial void Faulted(ILogger logger, Exception failure, string provider);
    }
}
