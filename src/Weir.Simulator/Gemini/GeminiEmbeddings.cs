using System.Text.Json;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Embeddings;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Answers <c>embedContent</c> and <c>batchEmbedContents</c>.</summary>
internal static class GeminiEmbeddings
{
    private const int MostRequests = 100;

    // {"embedding":{"values":[0.1,…]}}
    public static Task<SimulatedOutcome> AnswerOneAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        ModelFinder.Find(exchange.ModelInPath!, "embeddings", exchange.Http.Request);
        var vector = VectorOf(body);
        return new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, extent => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("embedding");
            EmbeddingForms.WriteFloats(json, "values", extent.HasFlag(AnswerExtent.Content) ? vector : []);
            json.WriteEndObject();
            json.WriteEndObject();
        }), ct);
    }

    // {"embeddings":[{"values":[0.1,…]}]}
    public static Task<SimulatedOutcome> AnswerManyAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        ModelFinder.Find(exchange.ModelInPath!, "embeddings", exchange.Http.Request);
        var requests = body.Items("requests").ToList();
        if (requests.Count is 0 or > MostRequests)
        {
            throw JsonFields.Refuse($"* BatchEmbedContentsRequest.requests: expected 1 to {MostRequests} requests, but got {requests.Count}", "requests", "invalid_value");
        }

        var vectors = requests.ConvertAll(VectorOf);
        return new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, extent => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("embeddings");
            foreach (var vector in extent.HasFlag(AnswerExtent.Content) ? vectors : [])
            {
                json.WriteStartObject();
                EmbeddingForms.WriteFloats(json, "values", vector);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }), ct);
    }

    private static float[] VectorOf(JsonElement request)
    {
        var content = request.Field("content") ?? throw JsonFields.Missing("content");
        var text = string.Join('\n', content.Items("parts").Select(part => part.OptionalString("text", "content.parts.text") ?? part.GetRawText()));
        var dimensions = request.Either("outputDimensionality") switch
        {
            null => EmbeddingVector.Dimensions,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number is >= 1 and <= EmbeddingVector.Dimensions => number,
            { } other => throw JsonFields.Refuse($"* output_dimensionality: {other.GetRawText()} must be from 1 to {EmbeddingVector.Dimensions}", "output_dimensionality", "invalid_value"),
        };
        return text.Length > 0 && text.Length <= EmbeddingInputReader.LongestInput * 8
            ? EmbeddingVector.Of(text, dimensions)
            : throw JsonFields.Refuse($"* content: expected 1 to {EmbeddingInputReader.LongestInput * 8} characters, but got {text.Length}", "content", "invalid_value");
    }
}
