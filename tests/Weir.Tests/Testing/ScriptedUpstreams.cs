using System.Collections.Concurrent;

namespace Weir.Tests.Testing;

/// <summary>Upstreams without sockets: each call waits until the test says what comes of it.</summary>
internal sealed class ScriptedUpstreams : HttpMessageHandler
{
    private readonly ConcurrentQueue<ScriptedCall> _calls = new();

    /// <summary>What is done with a call at once, on the thread that makes it; null: the test does it.</summary>
    public Action<ScriptedCall>? OnCall { get; init; }

    public IReadOnlyList<ScriptedCall> Calls => [.. _calls];

    /// <summary>The call of a host by its number, from 1; waits for it.</summary>
    public async Task<ScriptedCall> CallAsync(string host, int number = 1)
    {
        for (var tries = 0; tries < 2_000; tries++)
        {
            if (_calls.Where(call => call.Host == host).ElementAtOrDefault(number - 1) is { } call)
            {
                return call;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{host} was not called {number} times.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new ScriptedCall(request.RequestUri!.Host, cancellationToken);
        _calls.Enqueue(call);
        OnCall?.Invoke(call);
        return call.Response;
    }
}
