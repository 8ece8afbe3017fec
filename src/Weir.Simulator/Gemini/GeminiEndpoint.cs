using Microsoft.AspNetCore.Http;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
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
            "generateContent" or "streamGenerateContent" => intake.TakeAsync(http, state, target, GeminiGeneration.AnswerAsync, ct),
            "countTokens" => intake.TakeAsync(http, state, target, GeminiCount.AnswerAsync, ct),
            "embedContent" => intake.TakeAsync(http, state, target, GeminiEmbeddings.AnswerOneAsync, ct),
            "batchEmbedContents" => intake.TakeAsync(http, state, target, GeminiEmbeddings.AnswerManyAsync, ct),
            _ => throw new RefusalException(new ApiError(
                404,
                $"The simulator has no method {path.Method}; it knows generateContent, streamGenerateContent, countTokens, embedContent and batchEmbedContents.",
                ApiError.InvalidRequest,
                Code: "unknown_url")),
        };
    }
}
