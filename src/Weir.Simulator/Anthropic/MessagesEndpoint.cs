using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Answers <c>POST /v1/messages</c>.</summary>
internal sealed class MessagesEndpoint(Intake intake, PromptCache cache)
{
    /// <summary>Header that tells a client of this dialect; every request must have it.</summary>
    public const string VersionHeader = "anthropic-version";

    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        // (1) Request and model.
        CheckVersion(exchange.Http.Request);
        var request = MessagesRequestReader.Read(body);
        var model = ModelFinder.Find(request.Chat.Model, "text", exchange.Http.Request);

        // (2) Answer.
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var answer = new AnswerComposer(request.Chat, model, exchange.Plan, tokenizer).Compose();
        var usage = cache.Use(model.Id, request.Prefix, answer.PromptTokens, tokenizer.Count);

        // (3) Delivery.
        if (!request.Chat.Stream)
        {
            return await new BodyDelivery(exchange).SendJsonAsync(answer.CompletionTokens, extent => MessageResponseWriter.Write(request.Chat, answer, usage, extent), ct);
        }

        var writer = new MessageStreamWriter(request.Chat, answer, usage);
        return await new StreamDelivery<AnswerStep>(exchange, writer, step => step.Piece.TokenCount).SendAsync([.. AnswerSteps.Of(answer, hidesReasoning: false)], ct);
    }

    /// <exception cref="RefusalException">The header is not there.</exception>
    public static void CheckVersion(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(VersionHeader))
        {
            throw JsonFields.Refuse($"{VersionHeader}: header is required, for example {VersionHeader}: 2023-06-01", VersionHeader, "missing_header");
        }
    }
}
