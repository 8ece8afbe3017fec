using Weir.Gateway.Chat;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>Makes the calls of one request's candidates, with the media that they cannot fetch themselves. One call at a time.</summary>
internal sealed class CallPreparer(MediaFetcher fetcher, Admitted admitted)
{
    private RequestMedia _media = new(fetcher, admitted.Routed.Prepared.Parsed.Request);

    private Inbound Inbound => admitted.Routed.Inbound;

    /// <summary>The call of a candidate.</summary>
    /// <param name="candidate">Whom to call.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="lost">Fires when the call is not needed any more.</param>
    /// <exception cref="GatewayException">400: media that the request names cannot be fetched.</exception>
    public async ValueTask<UpstreamCall> PrepareAsync(Candidate candidate, ModelRequest request, CancellationToken lost)
    {
        var call = CallBuilder.Build(admitted, candidate) with { Request = request };
        return call with { Request = candidate.Adapt(await FetchMediaAsync(call, lost)) };
    }

    private async ValueTask<ModelRequest> FetchMediaAsync(UpstreamCall call, CancellationToken lost)
    {
        if (call.Endpoint.Provider.Dialect.Find(call.Operation) is not { } translator)
        {
            return call.Request;
        }

        // Nothing is paid for while no call is under way: a caller who leaves ends it, streamed or not.
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(Inbound.Client.Aborted, Inbound.ServerStopping, lost);
        try
        {
            _media = _media.Request == call.Request ? _media : new RequestMedia(fetcher, call.Request);
            return await _media.ForAsync(translator, nobodyWaits.Token);
        }
        catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "The request ended while the media it names were being fetched."));
        }
    }
}
