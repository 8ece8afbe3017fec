using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace Weir.Tests.Testing;

/// <summary>One call of an upstream that does what a test says, when it says so.</summary>
internal sealed class ScriptedCall
{
    private readonly TaskCompletionSource<HttpResponseMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe _body = new();
    private bool _isGiven;

    public ScriptedCall(string host, CancellationToken cancellationToken)
    {
        Host = host;
        _ = cancellationToken.Register(() =>
        {
            _ = _response.TrySetCanceled(cancellationToken);
            _ = _cancelled.TrySetResult();
        });
    }

    public string Host { get; }

    /// <summary>What the gateway waits for.</summary>
    public Task<HttpResponseMessage> Response => _response.Task;

    /// <summary>Ends when the gateway cancels the call.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public bool IsCancelled => _cancelled.Task.IsCompleted;

    /// <summary>Whether the gateway has let go of the response it was given.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Whether a response was given that the gateway still holds.</summary>
    public bool IsHeld => _isGiven && !IsReleased;

    /// <summary>Whether it began to answer before it was cancelled.</summary>
    public bool HasBegun { get; private set; }

    public void Fail(int status) => _ = Give((HttpStatusCode)status, new StringContent("{}"));

    public void Break() => _response.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded));

    /// <summary>Begins to answer with some text.</summary>
    public async Task BeginAsync(string text)
    {
        HasBegun = Give(HttpStatusCode.OK, new StreamContent(_body.Reader.AsStream()));
        await SayAsync($$"""{"id":"up-1","choices":[{"index":0,"delta":{"role":"assistant","content":"{{text}}"},"finish_reason":null}]}""");
    }

    public async Task SayAsync(string json) => _ = await _body.Writer.WriteAsync(Encoding.UTF8.GetBytes($"data: {json}\n\n"));

    private bool Give(HttpStatusCode status, HttpContent content)
    {
        // Who is cancelled first gives nothing.
        var response = new TrackedResponse(this, status) { Content = content };
        _isGiven = _response.TrySetResult(response);
        return _isGiven;
    }

    private sealed class TrackedResponse(ScriptedCall call, HttpStatusCode status) : HttpResponseMessage(status)
    {
        protected override void Dispose(bool disposing)
        {
            call.IsReleased = true;
            base.Dispose(disposing);
        }
    }
}
