using System.Net.Http.Headers;
using System.Text.Json;

namespace Weir.Cli.Demo;

/// <summary>Reads a trace back from the store, over the API that any user may call.</summary>
internal sealed class TraceReader(Uri server, string key, string project)
{
    // The application's span and the gateway's arrive independently; both are there within moments.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private const int CompleteTrace = 3;

    /// <returns>Application, gateway and attempts; empty when they did not arrive in time.</returns>
    public async Task<IReadOnlyList<DemoSpan>> ReadAsync(string traceId, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                var spans = await ReadOnceAsync(invoker, traceId, patience.Token);
                if (spans.Count >= CompleteTrace)
                {
                    return spans;
                }

                await Task.Delay(Interval, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<DemoSpan>> ReadOnceAsync(HttpMessageInvoker invoker, string traceId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/v1/projects/{project}/spans?trace_id={traceId}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await invoker.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return [];
        }

        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return [.. body.RootElement.GetProperty("data").EnumerateArray().Select(DemoSpan.Of)];
    }
}
