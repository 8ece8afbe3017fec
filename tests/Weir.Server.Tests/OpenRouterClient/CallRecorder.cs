using System.Collections.Concurrent;

namespace Weir.Server.Tests.OpenRouterClient;

/// <summary>Notes which operations a client has called.</summary>
internal sealed class CallRecorder() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    public ConcurrentBag<(string Method, string Path)> Calls { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls.Add((request.Method.Method, request.RequestUri!.AbsolutePath));
        return base.SendAsync(request, cancellationToken);
    }
}
