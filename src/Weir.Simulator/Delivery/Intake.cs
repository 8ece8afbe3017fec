using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Faults;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>The first steps of every request, whatever it asks for: its body, its place in the log, and the faults that come before it is looked at.</summary>
internal sealed class Intake(TimeProvider clock)
{
    // Far above any form of the audio and image endpoints; the server bounds the body as a whole.
    private const int MostFormFields = 256;

    private readonly EarlyFaults _early = new(clock);

    /// <exception cref="RefusalException">The body is not a JSON object.</exception>
    public Task<SimulatedOutcome> TakeAsync(HttpContext http, RequestState state, Func<Exchange, JsonElement, CancellationToken, Task<SimulatedOutcome>> answer, CancellationToken ct) =>
        TakeAsync(http, state, target: null, answer, ct);

    /// <param name="target">Of a dialect that has it in the path; null to read it from the body.</param>
    /// <exception cref="RefusalException">The body is not a JSON object.</exception>
    public async Task<SimulatedOutcome> TakeAsync(
        HttpContext http, RequestState state, RequestTarget? target, Func<Exchange, JsonElement, CancellationToken, Task<SimulatedOutcome>> answer, CancellationToken ct)
    {
        using var body = await ReadJsonAsync(http, ct);
        var exchange = Describe(http, state, target ?? TargetOf(body), target?.Model);
        return await _early.HappenAsync(exchange, ct) ?? await answer(exchange, body?.RootElement ?? throw NotJson(), ct);
    }

    /// <exception cref="RefusalException">The body is not a multipart form.</exception>
    public async Task<SimulatedOutcome> TakeFormAsync(HttpContext http, RequestState state, Func<Exchange, IFormCollection, CancellationToken, Task<SimulatedOutcome>> answer, CancellationToken ct)
    {
        var form = await ReadFormAsync(http, ct);
        var target = new RequestTarget(form?["model"].FirstOrDefault(), form?["stream"].FirstOrDefault() == "true");
        var exchange = Describe(http, state, target, modelInPath: null);
        return await _early.HappenAsync(exchange, ct)
            ?? await answer(exchange, form ?? throw JsonFields.Refuse("The body must be multipart/form-data with the fields of this endpoint.", null, "invalid_form"), ct);
    }

    private Exchange Describe(HttpContext http, RequestState state, RequestTarget target, string? modelInPath)
    {
        state.Describe(target.Model, target.Streamed);
        return new Exchange
        {
            Http = http,
            State = state,
            Plan = FaultHeaders.Read(http.Request.Headers, FaultTable.PlanFor(target.Model ?? "")),
            Clock = clock,
            ModelInPath = modelInPath,
        };
    }

    private static RequestTarget TargetOf(JsonDocument? body) => new(
        body?.RootElement.Field("model") is { ValueKind: JsonValueKind.String } name ? name.Text("model") : null,
        body?.RootElement.Field("stream") is { ValueKind: JsonValueKind.True });

    // Null when it is not a JSON object.
    private static async Task<JsonDocument?> ReadJsonAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(http.Request.Body, new JsonDocumentOptions { MaxDepth = 256 }, ct);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                return body;
            }

            body.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null when it is not a form.
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new() { ValueCountLimit = MostFormFields }, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static RefusalException NotJson() =>
        JsonFields.Refuse("We could not parse the JSON body of your request: the API expects a JSON object.", null, "invalid_json");
}
