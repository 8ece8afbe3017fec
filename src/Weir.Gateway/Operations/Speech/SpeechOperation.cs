using System.Globalization;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Speech;

/// <summary>Text to sound.</summary>
public sealed class SpeechOperation : IOperation
{
    public static SpeechOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "tts";

    /// <inheritdoc/>
    public string Path => "audio/speech";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Llm;

    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Contains("speech");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null) => new() { HasOutput = !bytes.IsEmpty };

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) => new SpeechForm(SpeechRequest.FormatOf(request));

    // Exact, although the provider does not say: the characters are those of the request.
    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer) => new()
    {
        Prompt = 0,
        Completion = 0,
        Characters = new StringInfo(RequestCheck.Text(request, "input") ?? "").LengthInTextElements,
    };

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        masked.Set(SpanAttributes.InputValue, RequestCheck.Text(request, "input") ?? "");
        masked.Set(SpanAttributes.InputMimeType, MimeTypes.Text);
        SpanParameters.Write(request, masked, LlmAttributes.InvocationParameters, "input", "input_references");
    }

    // The sound is not kept.
    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config)
    {
    }
}
