using System.Net;
using System.Net.Http.Headers;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Dispatch;

/// <summary>A request body that can be sent once: the HTTP client must not repeat a paid call on a stale connection by itself.</summary>
internal sealed class UpstreamContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new(UpstreamRequest.Json);

    private readonly long _length;
    private readonly BodyRoom _room;
    private ReadOnlyMemory<byte> _body;
    private int _sent;

    /// <param name="request">What is sent.</param>
    /// <param name="room">The room of the caller's body, told when this has left.</param>
    public UpstreamContent(UpstreamRequest request, BodyRoom room)
    {
        _body = request.Body;
        _length = _body.Length;
        _room = room;
        Headers.ContentType = request.ContentType == UpstreamRequest.Json ? Json : MediaTypeHeaderValue.Parse(request.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _sent, 1) == 1)
        {
            throw new IOException("The connection broke after the request was sent; it is not sent again by itself.");
        }

        await stream.WriteAsync(_body, cancellationToken);

        // It may take the model a minute to answer, and these bytes are not needed any more.
        _body = default;
        _room.Sent();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
