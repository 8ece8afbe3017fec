using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Protocol;
using Weir.Tracing.Live;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Traces;

/// <summary>One client's stream of traces that grow.</summary>
internal sealed class LiveTraceStream(ITraceStore store, TraceSubscription subscription, TimeProvider time)
{
    // What grows within this time is told once.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    // After a reset the client reads the list, which is not to happen at the pace of events.
    private static readonly TimeSpan PaceAfterReset = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    // As many as a list adds up.
    private const int MostSpans = 5000;

    public required Guid WorkspaceId { get; init; }

    /// <summary>Only traces shown in this project; null for all.</summary>
    public required string? Project { get; init; }

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.CacheControl = "no-cache, no-transform";
        var body = response.BodyWriter;
        var news = subscription.WaitAsync(cancellationToken);
        await SendAsync(body, ": watching\n\n"u8.ToArray(), cancellationToken);
        while (true)
        {
            try
            {
                await news.WaitAsync(HeartbeatInterval, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                await SendAsync(body, ":\n\n"u8.ToArray(), cancellationToken);
                continue;
            }

            var grown = subscription.Take();
            news = subscription.WaitAsync(cancellationToken);
            await TellAsync(body, grown, cancellationToken);
            await Task.Delay(grown.IsBehind ? PaceAfterReset : Pace, time, cancellationToken);
        }
    }

    private async Task TellAsync(PipeWriter body, GrownTraces grown, CancellationToken cancellationToken)
    {
        if (grown.IsBehind)
        {
            await SendAsync(body, "event: reset\ndata: {}\n\n"u8.ToArray(), cancellationToken);
        }

        foreach (var id in grown.Traces)
        {
            if (await store.FindTraceAsync(WorkspaceId, id, MostSpans, cancellationToken) is { } trace && (Project is null || Project == trace.Project))
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(TraceRecords.Summarize(trace), WireJson.Default.TraceSummary);
                await SendAsync(body, [.. "event: trace\ndata: "u8, .. json, .. "\n\n"u8], cancellationToken);
            }
        }
    }

    private static async Task SendAsync(PipeWriter body, byte[] bytes, CancellationToken cancellationToken)
    {
        // A client that reads slowly makes this wait; meanwhile its subscription fills up and resets.
        _ = await body.WriteAsync(bytes, cancellationToken);
    }
}
