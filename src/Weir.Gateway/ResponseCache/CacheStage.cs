using Weir.Gateway.Pipeline;
using Weir.Gateway.Telemetry;

namespace Weir.Gateway.ResponseCache;

/// <summary>The head of stage 8: a caller who asks for it gets the answer that was kept of the same request, and then no endpoint is called.</summary>
/// <remarks>
/// It stands behind admission: a request that would be refused is refused, kept answer or not. A hit costs nothing. Requests that run at the
/// same time all reach the endpoint; the last answer is the one that is kept.
/// </remarks>
public sealed class CacheStage(ResponseCacheState cache, GatewayMetrics metrics, TimeProvider time)
{
    /// <summary>The kept answer, else what <paramref name="dispatch"/> gives, copied as it passes.</summary>
    public async Task<Committed> RunAsync(Admitted admitted, Func<Admitted, Task<Committed>> dispatch)
    {
        var inbound = admitted.Routed.Inbound;
        var isForbidden = admitted.Routed.Plan.IsZeroRetentionEnforced;
        if (inbound.Protocol.CacheName is not { } kind || CacheDirective.Of(inbound.Headers, isForbidden) is not { } directive)
        {
            return await dispatch(admitted);
        }

        var parsed = admitted.Routed.Prepared.Parsed;
        var isStreamed = parsed.Request.Stream;
        var model = parsed.Request.Model ?? admitted.Routed.Plan.Candidates[0].ModelSlug;
        var key = CacheKey.Of(parsed.Authenticated.Caller.Key.Hash, model, kind, isStreamed, inbound.Body.Span);
        if (directive.Clears)
        {
            cache.Clear(key);
        }

        var kept = cache.Find(key);
        metrics.CacheAsked(isHit: kept is not null);
        CacheHeaders.Write(inbound.Client, kept, directive.TimeToLive, time.GetUtcNow());
        if (kept is not null)
        {
            return new Committed(admitted, [], new ReplayedAnswer(kept, isStreamed));
        }

        var committed = await dispatch(admitted);
        return committed with { Answer = new RecordedAnswer(committed.Answer, key, directive.TimeToLive) };
    }

    /// <summary>Keeps a complete answer that has been charged; no other.</summary>
    public void Keep(Settled settled)
    {
        var relayed = settled.Relayed;
        if (relayed.Committed.Answer is not RecordedAnswer recorded || !settled.IsRecorded || !relayed.IsComplete || recorded.Bytes is not { } bytes)
        {
            return;
        }

        var now = time.GetUtcNow();
        cache.Keep(recorded.Key, new KeptAnswer
        {
            SourceId = relayed.Committed.Inbound.Id,
            Candidate = recorded.Candidate,
            Bytes = bytes,
            Ends = recorded.Ends,
            KeptAt = now,
            ExpiresAt = now + recorded.TimeToLive,
        });
    }
}
