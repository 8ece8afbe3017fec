using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Operations.Rerank;

/// <summary>Results, best first, each with the caller's own document beside its score.</summary>
/// <remarks><code>{"id":"gen-…","model":"acme/rerank","provider":"Acme","results":[{"index":1,"relevance_score":0.9,"document":{"text":"…"}}],"usage":{"search_units":1,"cost":0.002}}</code></remarks>
internal sealed class RerankForm(GenerationId id, Candidate candidate, ModelRequest request) : IAnswerForm
{
    /// <inheritdoc/>
    public ResponseHead? Raw => null;

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output) => throw new JsonException("A reranking is not streamed.");

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output)
    {
        var scores = RerankScores.Read(json);
        using var documents = JsonDocument.Parse(request.Value("documents"));
        MediaAnswer.Open(output, writer =>
        {
            writer.WriteString("id"u8, id.Value);
            writer.WriteString("model"u8, candidate.Model.Slug);
            writer.WriteString("provider"u8, candidate.Endpoint.Provider.Name);
            writer.WriteStartArray("results"u8);
            foreach (var score in scores)
            {
                WriteResult(writer, score, documents.RootElement);
            }

            writer.WriteEndArray();
        });
    }

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge) => MediaAnswer.Close(open, writer =>
    {
        writer.WriteStartObject("usage"u8);
        if (usage.SearchUnits > 0)
        {
            writer.WriteNumber("search_units"u8, usage.SearchUnits);
        }

        if (usage.Total > 0)
        {
            writer.WriteNumber("total_tokens"u8, usage.Total);
        }

        UsageWriter.WriteCost(writer, charge);
        writer.WriteEndObject();
    });

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge) => throw new InvalidOperationException("A reranking is not streamed.");

    private static void WriteResult(Utf8JsonWriter writer, RerankScore score, JsonElement documents)
    {
        if (score.Index < 0 || score.Index >= documents.GetArrayLength())
        {
            throw new JsonException($"A result names document {score.Index}, and there are {documents.GetArrayLength()}.");
        }

        var document = documents[score.Index];
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, score.Index);
        writer.WriteNumber("relevance_score"u8, score.Relevance);
        writer.WritePropertyName("document"u8);
        if (document.ValueKind == JsonValueKind.String)
        {
            writer.WriteStartObject();
            writer.WriteString("text"u8, WireText.Read(document));
            writer.WriteEndObject();
        }
        else
        {
            document.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
