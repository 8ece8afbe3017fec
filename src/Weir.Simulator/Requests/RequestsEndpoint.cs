using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Requests;

/// <summary>Answers <c>GET /v1/sim/requests</c>: the request log as JSON, oldest first.</summary>
internal static class RequestsEndpoint
{
    public static Task SendAsync(HttpContext http, RequestLog log, CancellationToken ct) =>
        JsonOutput.SendAsync(http, StatusCodes.Status200OK, JsonOutput.Build(json => Write(json, log)), ct);

    private static void Write(Utf8JsonWriter json, RequestLog log)
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var request in log.Snapshot())
        {
            WriteRequest(json, request);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, SimulatedRequest request)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", request.Sequence);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("model", request.Model);
        json.WriteBoolean("streamed", request.Streamed);
        json.WriteNumber("status", request.Status);
        json.WriteString("outcome", request.Outcome.ToString().ToLowerInvariant());
        json.WriteNumber("tokens_sent", request.TokensSent);
        json.WriteString("received_at", request.ReceivedAt);
        json.WriteStartArray("header_names");
        foreach (var name in request.HeaderNames)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
