using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Embeddings;

/// <summary>Answers <c>POST /v2/embed</c>, Cohere's form of embeddings.</summary>
internal sealed class CohereEmbedEndpoint(Intake intake)
{
    private const int MostTexts = 96;

    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        ModelFinder.Find(body.RequiredString("model", "model"), "embeddings", exchange.Http.Request);
        body.RequiredString("input_type", "input_type");
        var dimensions = body.OptionalInteger("output_dimension", 1, EmbeddingVector.Dimensions) ?? EmbeddingVector.Dimensions;
        var types = ReadTypes(body);
        var texts = ReadTexts(body);
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var tokenCount = texts.Sum(tokenizer.Count);

        // {"id":"…","embeddings":{"float":[[0.1,…]]},"texts":["…"],"meta":{"api_version":{"version":"2"},"billed_units":{"input_tokens":2}}}
        return await new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, extent => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", new SeededRandom(StableHash.Of(string.Join('\n', texts))).Hex(32));
            WriteEmbeddings(json, types, extent.HasFlag(AnswerExtent.Content) ? [.. texts.Select(text => EmbeddingVector.Of(text, dimensions))] : []);
            json.WriteStartArray("texts");
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
            CohereMeta.Write(json, "2", extent, "input_tokens", tokenCount);
            json.WriteEndObject();
        }), ct);
    }

    private static ImmutableArray<string> ReadTypes(JsonElement body)
    {
        if (body.Field("embedding_types") is not { } types)
        {
            return ["float"];
        }

        return types.ValueKind == JsonValueKind.Array
            ? [.. types.EnumerateArray().Select(type => type.Text("embedding_types")).Distinct().Select(Known)]
            : throw JsonFields.WrongType("embedding_types", "an array of strings", types);

        static string Known(string type) => EmbeddingForms.Of(type, [1]) is not null
            ? type
            : throw JsonFields.Refuse($"invalid request: embedding_types: '{type}' is none of float, int8, uint8, binary, ubinary", "embedding_types", "invalid_value");
    }

    private static ImmutableArray<string> ReadTexts(JsonElement body)
    {
        var texts = body.Field("texts") ?? throw JsonFields.Missing("texts");
        return texts.ValueKind == JsonValueKind.Array && texts.GetArrayLength() is > 0 and <= MostTexts
            ? [.. texts.EnumerateArray().Select((text, index) => text.Text($"texts[{index}]"))]
            : throw JsonFields.Refuse($"invalid request: texts must be an array of 1 to {MostTexts} strings", "texts", "invalid_value");
    }

    private static void WriteEmbeddings(Utf8JsonWriter json, ImmutableArray<string> types, ImmutableArray<float[]> vectors)
    {
        json.WriteStartObject("embeddings");
        foreach (var type in types)
        {
            json.WriteStartArray(type);
            foreach (var vector in vectors)
            {
                json.WriteStartArray();
                foreach (var number in EmbeddingForms.Of(type, vector)!)
                {
                    json.WriteNumberValue((float)number);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
