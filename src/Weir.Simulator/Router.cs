using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator;

/// <summary>Takes every request to its endpoint, and every refusal back to the client.</summary>
internal sealed class Router(RequestLog log, TimeProvider clock, CancellationToken stopping)
{
    private readonly RouteTable _routes = new(clock);

    public async Task HandleAsync(HttpContext http)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var path = (http.Request.Path.Value ?? "/").TrimEnd('/');
        if (path == RouteTable.RequestLogPath && HttpMethods.IsGet(http.Request.Method))
        {
            await RequestsEndpoint.SendAsync(http, log, ending.Token);
            return;
        }

        var state = log.Begin(http.Request);
        http.Response.Headers["x-request-id"] = string.Create(CultureInfo.InvariantCulture, $"sim-{state.Snapshot().Sequence}");
        var outcome = SimulatedOutcome.Aborted;
        try
        {
            outcome = await AnswerAsync(http, path, state, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left while its request was still being read.
        }
        finally
        {
            log.End(state, outcome);
        }
    }

    private async Task<SimulatedOutcome> AnswerAsync(HttpContext http, string path, RequestState state, CancellationToken ct)
    {
        try
        {
            return await _routes.Find(http.Request.Method, path)(http, state, ct);
        }
        catch (RefusalException refusal)
        {
            return await RefuseAsync(http, state, refusal.Error, ct);
        }
        catch (BadHttpRequestException wrong) when (!http.RequestAborted.IsCancellationRequested)
        {
            return await RefuseAsync(http, state, new ApiError(wrong.StatusCode, wrong.Message, ApiError.InvalidRequest), ct);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // There is no log to write to: the client is told that this 500 was not planned.
            return await RefuseAsync(http, state, new ApiError(500, $"The simulator itself failed: {bug.GetType().Name}: {bug.Message}", "simulator_error"), ct);
        }
    }

    private static async Task<SimulatedOutcome> RefuseAsync(HttpContext http, RequestState state, ApiError error, CancellationToken ct)
    {
        state.Begin(error.Status);
        await JsonOutput.SendErrorAsync(http, error, retryAfter: null, ct);
        return SimulatedOutcome.Refused;
    }
}
