using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Weir.Server.Tests.Testing;

/// <summary>A JSON body that is announced, and sent only when it is released; with <c>Expect: 100-continue</c> the server's asking for it is seen.</summary>
internal sealed class HeldBody : HttpContent
{
    private readonly byte[] _body;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldBody(string json)
    {
        _body = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Ends when the server reads the body: what comes before that in its operation is done.</summary>
    public Task Asked => _asked.Task;

    public void Release() => _released.TrySetResult();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _ = _asked.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        await stream.WriteAsync(_body, cancellationToken);
    }
}
