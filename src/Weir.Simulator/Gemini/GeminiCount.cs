using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Delivery;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Answers <c>countTokens</c>.</summary>
internal static class GeminiCount
{
    // {"totalTokens":7,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7}]}
    public static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
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
