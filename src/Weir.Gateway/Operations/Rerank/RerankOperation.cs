using System.Text;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Rerank;

/// <summary>Documents in the order of their relevance to a query.</summary>
public sealed class RerankOperation : IOperation
{
    public static RerankOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "rerank";

    /// <inheritdoc/>
    public string Path => "rerank";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Reranker;

    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Contains("rerank");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null) => MediaFacts.Read(bytes, "results"u8);

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) => new RerankForm(inbound.Id, candidate, request);

    // A reranking without a report is one search: that is the unit its providers bill.
    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer)
    {
        using var documents = JsonDocument.Parse(request.Value("documents"));
        var text = new StringBuilder(RequestCheck.Text(request, "query"));
        foreach (var document in documents.RootElement.EnumerateArray())
        {
            _ = text.Append('\n').Append(RerankRequest.TextOf(document));
        }

        return new TokenUsage { Prompt = TokenCounter.Count(text.ToString(), tokenizer), Completion = 0, SearchUnits = 1, IsEstimate = true };
    }

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config) => RerankAttributes.WriteInput(request, sink, config);

    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config) =>
        RerankAttributes.WriteOutput(request, answer, sink, config);
}
