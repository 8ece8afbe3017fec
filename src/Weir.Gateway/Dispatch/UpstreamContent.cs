using System.Net;
using System.Net.Http.Headers;

namespace Weir.Gateway.Dispatch;

/// <summary>A request body that can be sent once: the HTTP client must not repeat a paid call on a stale connection by itself.</summary>
internal sealed class UpstreamContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new(UpstreamRequest.Json);

    private readonly ReadOnlyMemory<byte> _body;
    private int _sent;

    public UpstreamContent(UpstreamRequest request)
    {
        _body = request.Body;
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
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
