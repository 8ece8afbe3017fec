using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Auth;
using Weir.Tracing.Live;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary><c>GET /api/weir/traces/live?project=</c> or <c>?trace_id=</c>: traces of the caller as they grow, as server-sent events.</summary>
/// <remarks>
/// <code>event: trace
/// data: {"trace_id":"…","project":"…",…}</code>
/// A trace is told as its summary, at most once in a quarter of a second. <c>event: reset</c> says that there were too many to tell;
/// then, and after every opening, the client fetches the list: what happened before is not told again. A project need not be there yet.
/// </remarks>
/// <param name="stopping">Ends every stream: a stopping server does not wait for people who watch.</param>
internal sealed class LiveTracesEndpoint(Authorization authorization, ITraceStore store, TraceFeed feed, TimeProvider time, CancellationToken stopping)
{
    // A key that is withdrawn meanwhile goes on watching no longer than this; clients open the stream again by themselves.
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/traces/live", authorization.AnyKey(WatchAsync));

    private async Task WatchAsync(HttpContext context, Caller caller)
    {
        var text = new QueryText(context.Request.Query);
        var wanted = TraceIdOf(text);
        if (text.Problem is { } problem)
        {
            await ErrorResponse.InvalidAsync(context, problem + ".");
            return;
        }

        using var subscription = feed.TrySubscribe(caller.WorkspaceId, wanted);
        if (subscription is null)
        {
            await ErrorResponse.WriteAsync(context, TooMany);
            return;
        }

        using var tooLong = new CancellationTokenSource(LongestStream, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, tooLong.Token);
        var stream = new LiveTraceStream(store, subscription, time) { WorkspaceId = caller.WorkspaceId, Project = text.One("project") };
        try
        {
            await stream.RunAsync(context.Response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client left, the server stops, or the stream is old: its end is all there is to say.
        }
    }

    private static GatewayError TooMany { get; } =
        GatewayError.Gateway(GatewayErrorCode.ServerBusy, $"{TraceFeed.MostSubscriptions} clients are watching traces already. Try again, or read the list.")
        with { RetryAfter = ComeBack };

    private static TraceId? TraceIdOf(QueryText text)
    {
        if (text.One("trace_id") is not { } given)
        {
            return null;
        }

        if (!TraceId.TryParse(given, out var id))
        {
            text.Refuse($"trace_id '{given}' is not 32 hex digits");
        }

        return id;
    }
}
