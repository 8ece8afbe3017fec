using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.ResponseCache;

namespace Weir.Gateway.Stages;

/// <summary>Stage 8: calls the candidates in order until one begins to answer, unless the answer was kept of an earlier request.</summary>
public sealed class DispatchStage(CacheStage cache, DispatchParts parts, ContinuationPolicy continuation)
{
    /// <exception cref="GatewayException">No candidate answered; the error says what each did.</exception>
    public Task<Committed> RunAsync(Admitted admitted) => cache.RunAsync(admitted, CallAsync);

    private async Task<Committed> CallAsync(Admitted admitted)
    {
        if (admitted.Routed.Prepared.Parsed.Request.Stream)
        {
            admitted.Routed.Inbound.Client.KeepAlive();
        }

        var sequence = new AttemptSequence(parts, admitted);
        return await sequence.NextAsync() is { } answer
            ? new Committed(admitted, sequence.Attempts, continuation.Guard(answer, admitted, sequence))
            : throw sequence.Failed();
    }
}
