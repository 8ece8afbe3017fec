using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Chat;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Answers <c>POST /v1beta/models/MODEL:METHOD</c>.</summary>
internal sealed class GeminiEndpoint(Intake intake)
{
    /// <exception cref="RefusalException">The request is wrong, or the method is not simulated.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct)
    {
        var path = GeminiPath.Parse(http.Request.Path.Value!)!;
        var target = new RequestTarget(path.Model, path.Method == "streamGenerateContent");
        return path.Method switch
        {
            "generateContent" or "streamGenerateContent" => intake.TakeAsync(http, state, target, GenerateAsync, ct),
            "countTokens" => intake.TakeAsync(http, state, target, CountAsync, ct),
            "embedContent" => intake.TakeAsync(http, state, target, GeminiEmbeddings.AnswerOneAsync, ct),
            "batchEmbedContents" => intake.TakeAsync(http, state, target, GeminiEmbeddings.AnswerManyAsync, ct),
            _ => throw new RefusalException(new ApiError(
                404,
                $"The simulator has no method {path.Method}; it knows generateContent, streamGenerateContent, countTokens, embedContent and batchEmbedContents.",
                ApiError.InvalidRequest,
                Code: "unknown_url")),
        };
    }

    private static async Task<SimulatedOutcome> GenerateAsync(Exchange exchange, JsonElement body, CancellationToken ct)
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
        var steps = isBlocked ? [] : WholeCalls(AnswerSteps.Of(answer, request.Reasoning.IsHidden)).ToList();
        return await new StreamDelivery<AnswerStep>(exchange, writer, step => step.Piece.TokenCount).SendAsync(steps, ct);
    }

    // Gemini streams text in pieces and a call in one.
    private static IEnumerable<AnswerStep> WholeCalls(IEnumerable<AnswerStep> steps) => steps
        .Where(step => step.Kind != StepKind.ToolArguments)
        .Select(step => step.Kind == StepKind.ToolName
            ? step with { Piece = new TextPiece(step.Piece.Text, step.Piece.TokenCount + step.Choice.ToolCalls[step.Position].Arguments.Sum(piece => piece.TokenCount)) }
            : step);

    // {"totalTokens":7,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7}]}
    private static async Task<SimulatedOutcome> CountAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        var request = GenerateRequestReader.Read(body.Either("generateContentRequest") ?? body, exchange.ModelInPath!, streamed: false);
        ModelFinder.Find(request.Model, "text", exchange.Http.Request);
        var count = PromptCounter.Count(request, await Tokenizer.LoadAsync().WaitAsync(ct));
        return await new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, _ => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("totalTokens", count);
            GeminiUsage.WriteDetails(json, "promptTokensDetails", "TEXT", count);
            json.WriteEndObject();
        }), ct);
    }
}
