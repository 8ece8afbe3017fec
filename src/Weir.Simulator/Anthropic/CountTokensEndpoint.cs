using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Chat;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Answers <c>POST /v1/messages/count_tokens</c>.</summary>
internal sealed class CountTokensEndpoint(Intake intake)
{
    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, CountAsync, ct);

    // {"input_tokens":14}
    private static async Task<SimulatedOutcome> CountAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        MessagesEndpoint.CheckVersion(exchange.Http.Request);
        var request = MessagesRequestReader.Read(body, isCounting: true);
        ModelFinder.Find(request.Chat.Model, "text", exchange.Http.Request);
        var count = PromptCounter.Count(request.Chat, await Tokenizer.LoadAsync().WaitAsync(ct));
        return await new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, _ => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("input_tokens", count);
            json.WriteEndObject();
        }), ct);
    }
}
