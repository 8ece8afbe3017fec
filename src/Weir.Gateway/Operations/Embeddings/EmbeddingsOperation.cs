using System.Text;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Embeddings;

/// <summary>Texts to vectors.</summary>
public sealed class EmbeddingsOperation : IOperation
{
    public static EmbeddingsOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "embeddings";

    /// <inheritdoc/>
    public string Path => "embeddings";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Embedding;

    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Contains("embeddings");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null) => MediaFacts.Read(bytes, "data"u8);

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) =>
        new EmbeddingsForm(inbound.Id, candidate, EmbeddingsRequest.WantsBase64(request));

    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer)
    {
        using var input = JsonDocument.Parse(request.Value("input"));
        var text = new StringBuilder();
        var tokens = EmbeddingsRequest.Collect(input.RootElement, text);
        return new TokenUsage { Prompt = tokens + TokenCounter.Count(text.ToString(), tokenizer), Completion = 0, IsEstimate = true };
    }

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config) => EmbeddingsAttributes.WriteInput(request, new MaskingSink(sink, config));

    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config) =>
        EmbeddingsAttributes.WriteOutput(answer, new MaskingSink(sink, config));
}
