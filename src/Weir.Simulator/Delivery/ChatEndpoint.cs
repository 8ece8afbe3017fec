using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Answers <c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatEndpoint(Intake intake)
{
    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private static void CheckModalities(ChatRequest request, HttpRequest http)
    {
        if (request.WantsImage)
        {
            ModelFinder.Find(request.Model, "image", http);
        }

        if (request.Audio is not null)
        {
            ModelFinder.Find(request.Model, "audio", http);
        }
    }

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        // (1) Request and model.
        var request = ChatRequestReader.Read(body);
        var model = ModelFinder.Find(request.Model, "text", exchange.Http.Request);
        CheckModalities(request, exchange.Http.Request);

        // (2) Answer.
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var answer = new AnswerComposer(request, model, exchange.Plan, tokenizer).Compose();

        // (3) Delivery.
        if (!request.Stream)
        {
            return await new BodyDelivery(exchange).SendJsonAsync(answer.CompletionTokens, extent => ChatResponseWriter.Write(request, answer, exchange.Created, extent), ct);
        }

        using var chunks = new ChatChunkWriter(request, answer, exchange.Created);
        return await new StreamDelivery<AnswerStep>(exchange, chunks, step => step.Piece.TokenCount).SendAsync([.. AnswerSteps.Of(answer, request.Reasoning.IsHidden)], ct);
    }
}
