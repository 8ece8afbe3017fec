using Weir.Gateway.Chat;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>Makes the calls of one request's candidates, with the media that they cannot fetch themselves. One call at a time.</summary>
internal sealed class CallPreparer(MediaFetcher fetcher, Admitted admitted)
{
    private RequestMedia? _media;

    private Inbound Inbound => admitted.Routed.Inbound;

    /// <summary>The call of a candidate.</summary>
    /// <param name="candidate">Whom to call.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="lost">Fires when the call is not needed any more.</param>
    /// <exception cref="GatewayException">400: media that the request names cannot be fetched.</exception>
    public async ValueTask<UpstreamCall> PrepareAsync(Candidate candidate, ModelRequest request, CancellationToken lost)
    {
        if (!ReferenceEquals(_media?.Request, request))
        {
            _media = new RequestMedia(fetcher, request);
        }

        var withMedia = _media is { IsEmpty: false } media && candidate.Endpoint.Provider.Dialect.Find(Inbound.Operation) is { } translator
            ? await FetchAsync(media, translator, lost)
            : request;
        return CallBuilder.Build(admitted, candidate, candidate.Adapt(withMedia));
    }

    private async ValueTask<ModelRequest> FetchAsync(RequestMedia media, IOperationTranslator translator, CancellationToken lost)
    {
        // Nothing is paid for while no call is under way: a caller who leaves ends it, streamed or not.
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(Inbound.Client.Aborted, Inbound.ServerStopping, lost);
        try
        {
            return await media.ForAsync(translator, nobodyWaits.Token);
        }
        catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "The request ended while the media it names were being fetched."));
        }
    }
}
