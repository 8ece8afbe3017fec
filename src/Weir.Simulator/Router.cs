using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator;

/// <summary>Takes every request to its endpoint, and every refusal back to the client.</summary>
internal sealed class Router(RequestLog log, TimeProvider clock, CancellationToken stopping)
{
    // Not simulated yet, and said so: these exist at OpenAI, Anthropic and Google.
    private static readonly string[] PlannedPaths =
    [
        "/v1/embeddings", "/v1/responses", "/v1/completions", "/v1/messages", "/v1/images", "/v1/audio", "/v1/moderations", "/v1/files", "/v1/batches", "/v1beta",
    ];

    private readonly ChatEndpoint _chat = new(clock);

    public async Task HandleAsync(HttpContext http)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var path = (http.Request.Path.Value ?? "/").TrimEnd('/');
        if (path == "/v1/sim/requests" && HttpMethods.IsGet(http.Request.Method))
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
            return await RouteAsync(http, path, state, ct);
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

    private Task<SimulatedOutcome> RouteAsync(HttpContext http, string path, RequestState state, CancellationToken ct)
    {
        var method = http.Request.Method;
        return path switch
        {
            "/v1/chat/completions" when HttpMethods.IsPost(method) => _chat.HandleAsync(http, state, ct),
            "/v1/models" when HttpMethods.IsGet(method) => ModelsEndpoint.HandleAsync(http, ct),
            "/v1/chat/completions" or "/v1/models" or "/v1/sim/requests" => throw new RefusalException(
                new ApiError(405, $"{path} does not take {method}.", ApiError.InvalidRequest, Code: "method_not_allowed")),
            _ when PlannedPaths.Any(planned => path.Equals(planned, StringComparison.Ordinal) || path.StartsWith(planned + "/", StringComparison.Ordinal)) =>
                throw new RefusalException(new ApiError(501, $"{path} is not simulated yet.", "not_implemented_error", Code: "not_implemented")),
            _ => throw new RefusalException(new ApiError(
                404,
                $"{(path.Length > 0 ? path : "/")} is not a path of the simulator; POST /v1/chat/completions, GET /v1/models and GET /v1/sim/requests are.",
                ApiError.InvalidRequest,
                Code: "unknown_url")),
        };
    }

    private static async Task<SimulatedOutcome> RefuseAsync(HttpContext http, RequestState state, ApiError error, CancellationToken ct)
    {
        state.Begin(error.Status);
        await JsonOutput.SendErrorAsync(http, error, retryAfter: null, ct);
        return SimulatedOutcome.Refused;
    }
}
