using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Faults;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Answers <c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatEndpoint(TimeProvider clock)
{
    private readonly EarlyFaults _early = new(clock);

    /// <exception cref="RefusalException">The request is wrong.</exception>
    public async Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct)
    {
        // (1) Body.
        using var body = await ReadBodyAsync(http, ct);
        var modelName = body?.RootElement.Field("model") is { ValueKind: JsonValueKind.String } name ? name.Text("model") : null;
        state.Describe(modelName, streamed: body?.RootElement.Field("stream") is { ValueKind: JsonValueKind.True });

        // (2) Faults that come before anything else, even before the request is looked at.
        var plan = FaultHeaders.Read(http.Request.Headers, FaultTable.PlanFor(modelName ?? ""));
        if (await _early.HappenAsync(http, state, plan, ct) is { } failed)
        {
            return failed;
        }

        // (3) Request and model.
        var request = ChatRequestReader.Read(body?.RootElement ?? throw NotJson());
        var model = FindModel(request.Model);

        // (4) Answer.
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var exchange = new ChatExchange
        {
            Http = http,
            State = state,
            Request = request,
            Answer = new AnswerComposer(request, model, plan, tokenizer).Compose(),
            Plan = plan,
            Clock = clock,
        };

        // (5) Delivery.
        if (!request.Stream)
        {
            return await new JsonDelivery(exchange).SendAsync(ct);
        }

        using var stream = new StreamDelivery(exchange);
        return await stream.SendAsync(ct);
    }

    // Null when it is not a JSON object.
    private static async Task<JsonDocument?> ReadBodyAsync(HttpContext http, CancellationToken ct)
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

    private static SimulatorModel FindModel(string name)
    {
        var model = SimulatorCatalog.Find(name)
            ?? throw new RefusalException(new ApiError(
                404,
                $"The model `{name}` does not exist or you do not have access to it. GET /v1/models lists those that do.",
                ApiError.InvalidRequest,
                "model",
                "model_not_found"));
        return model.Kind != SimulatorModelKind.Embedding
            ? model
            : throw JsonFields.Refuse(
                "This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/embeddings?", "model", "wrong_endpoint");
    }

    private static RefusalException NotJson() =>
        JsonFields.Refuse("We could not parse the JSON body of your request: the API expects a JSON object.", null, "invalid_json");
}
