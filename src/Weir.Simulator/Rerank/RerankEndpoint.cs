using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Rerank;

/// <summary>Answers <c>POST /v1/rerank</c> and <c>POST /v2/rerank</c>, Cohere's two forms; the first also returns the documents and the tokens, as Jina's does.</summary>
internal sealed class RerankEndpoint(Intake intake)
{
    // Cohere's unit: one query with up to 100 documents, long ones counted in parts of 500 tokens.
    private const int DocumentsPerUnit = 100;
    private const int TokensPerDocument = 500;

    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct) => intake.TakeAsync(http, state, AnswerAsync, ct);

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, JsonElement body, CancellationToken ct)
    {
        var name = body.RequiredString("model", "model");
        ModelFinder.Find(name, "rerank", exchange.Http.Request);
        var isFirst = exchange.Http.Request.Path == "/v1/rerank";
        var query = body.RequiredString("query", "query");
        var documents = DocumentReader.Read(body);
        var most = body.OptionalInteger("top_n", 1, int.MaxValue) ?? documents.Length;
        var withTexts = isFirst && body.OptionalBool("return_documents", otherwise: false);

        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var queryTokens = tokenizer.Count(query);
        var documentTokens = documents.Select(tokenizer.Count).ToList();
        var parts = documentTokens.Sum(count => Math.Max(1, (queryTokens + count + TokensPerDocument - 1) / TokensPerDocument));
        var relevance = new Relevance(query);
        var ranked = documents.Select((text, index) => new RankedDocument(index, text, relevance.Of(text)))
            .OrderByDescending(document => document.Relevance).ThenBy(document => document.Index).Take(most).ToList();

        // {"id":"…","results":[{"index":1,"relevance_score":0.9}],"meta":{…}}
        return await new BodyDelivery(exchange).SendJsonAsync(tokenCount: 0, extent => JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", new SeededRandom(StableHash.Of(query)).Hex(32));
            json.WriteStartArray("results");
            foreach (var document in extent.HasFlag(AnswerExtent.Content) ? ranked : [])
            {
                WriteResult(json, document, withTexts);
            }

            json.WriteEndArray();
            CohereMeta.Write(json, isFirst ? "1" : "2", extent, "search_units", (parts + DocumentsPerUnit - 1) / DocumentsPerUnit);
            if (isFirst && extent.HasFlag(AnswerExtent.Usage))
            {
                WriteTokens(json, name, (queryTokens * documents.Length) + documentTokens.Sum());
            }

            json.WriteEndObject();
        }), ct);
    }

    private static void WriteResult(Utf8JsonWriter json, RankedDocument document, bool withText)
    {
        json.WriteStartObject();
        json.WriteNumber("index", document.Index);
        json.WriteNumber("relevance_score", document.Relevance);
        if (withText)
        {
            json.WriteStartObject("document");
            json.WriteString("text", document.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter json, string model, int count)
    {
        json.WriteString("model", model);
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", count);
        json.WriteNumber("total_tokens", count);
        json.WriteEndObject();
    }
}
