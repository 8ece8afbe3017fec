using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Embeddings;

/// <summary>Answers <c>POST /v1/embeddings</c>.</summary>
internal sealed class EmbeddingsEndpoint(Intake intake)
{
    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        var name = body.RequiredString("model", "model");
        ModelFinder.Find(name, "embeddings", exchange.Http.Request);
        var inBase64 = ReadEncoding(body);
        var dimensions = body.OptionalInteger("dimensions", 1, EmbeddingVector.Dimensions) ?? EmbeddingVector.Dimensions;
        var inputs = new EmbeddingInputReader(await Tokenizer.LoadAsync().WaitAsync(ct)).Read(body);
        var tokenCount = inputs.Sum(input => input.TokenCount);

        // {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.1,…]}],"model":"…","usage":{"prompt_tokens":2,"total_tokens":2}}
        return await new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, extent => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            for (var index = 0; index < inputs.Length && extent.HasFlag(AnswerExtent.Content); index++)
            {
                WriteOne(json, index, EmbeddingVector.Of(inputs[index].Text, dimensions), inBase64);
            }

            json.WriteEndArray();
            json.WriteString("model", name);
            if (extent.HasFlag(AnswerExtent.Usage))
            {
                json.WriteStartObject("usage");
                json.WriteNumber("prompt_tokens", tokenCount);
                json.WriteNumber("total_tokens", tokenCount);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }), ct);
    }

    private static bool ReadEncoding(JsonElement body) => body.OptionalString("encoding_format", "encoding_format") switch
    {
        null or "float" => false,
        "base64" => true,
        var other => throw JsonFields.Refuse($"Invalid value: '{other}'. Supported values are: 'float' and 'base64'.", "encoding_format", "invalid_value"),
    };

    private static void WriteOne(Utf8JsonWriter json, int index, float[] vector, bool inBase64)
    {
        json.WriteStartObject();
        json.WriteString("object", "embedding");
        json.WriteNumber("index", index);
        if (inBase64)
        {
            json.WriteBase64String("embedding", LittleEndian(vector));
        }
        else
        {
            EmbeddingForms.WriteFloats(json, "embedding", vector);
        }

        json.WriteEndObject();
    }

    private static byte[] LittleEndian(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
        }

        return bytes;
    }
}
