using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Chat;

/// <summary>Conversations, in whatever protocol they are held.</summary>
public sealed class ChatOperation : IOperation
{
    public static ChatOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "completions";

    /// <inheritdoc/>
    public string Path => "chat/completions";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Llm;

    // Models that only draw, or only speak, do it in a conversation as well.
    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Any(modality => modality is "text" or "image" or "audio");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null) => AnswerFacts.Read(bytes, knownId);

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) =>
        new ChatAnswerForm(new AnswerStamp(inbound.Id, inbound.ReceivedAt, candidate.Model.Slug, candidate.Endpoint.Provider.Name));

    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer) => new()
    {
        Prompt = PromptText.CountTokens(request, tokenizer),
        Completion = AnswerText.CountTokens(answer, tokenizer),
        IsEstimate = true,
    };

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config) => ChatRequestAttributes.Write(request.Body, received, sink, config);

    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config) =>
        _ = ChatReplyAttributes.Write(answer, sink, config);
}
