using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Text;

namespace Weir.Simulator.Gemini;

/// <summary>Answers <c>generateContent</c> and <c>streamGenerateContent</c>.</summary>
internal static class GeminiGeneration
{
    public static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        // (1) Request and model.
        var http = exchange.Http.Request;
        var isBlocked = exchange.Plan.BlocksPrompt;
        var request = GenerateRequestReader.Read(body, exchange.ModelInPath!, exchange.State.Snapshot().Streamed);
        var model = ModelFinder.Find(request.Model, request.WantsImage ? "image" : "text", http);

        // (2) Answer.
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var answer = new AnswerComposer(request, model, exchange.Plan, tokenizer).Compose();
        var responses = new GenerateResponseWriter(request, answer, withUsage: !exchange.Plan.OmitUsage);

        // (3) Delivery.
        if (!request.Stream)
        {
            return await new BodyDelivery(exchange).SendJsonAsync(
                answer.CompletionTokens, extent => isBlocked ? responses.Blocked() : responses.Whole(extent.HasFlag(AnswerExtent.Content)), ct);
        }

        var framing = http.Query["alt"] == "sse" ? StreamFraming.ServerSentEvents : StreamFraming.JsonArray;
        IStreamWriter<AnswerStep> writer = isBlocked ? new BlockedStreamWriter(responses, framing) : new GenerateStreamWriter(answer, responses, framing);
        var steps = isBlocked ? [] : WholeCalls.Of(AnswerSteps.Of(answer, request.Reasoning.IsHidden)).ToList();
        return await new StreamDelivery<AnswerStep>(exchange, writer, step => step.Piece.TokenCount).SendAsync(steps, ct);
    }
}
