using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Images;

/// <summary>Text, and images to go by, to images.</summary>
public sealed class ImagesOperation : IOperation
{
    public static ImagesOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "image";

    /// <inheritdoc/>
    public string Path => "images";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Llm;

    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Contains("image");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null) => ImagesFacts.Read(bytes);

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) => new ImagesForm(inbound.ReceivedAt);

    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer) => new()
    {
        Prompt = TokenCounter.Count(RequestCheck.Text(request, "prompt") ?? "", tokenizer),
        Completion = 0,
        IsEstimate = true,
    };

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        var prompt = RequestCheck.Text(request, "prompt") ?? "";
        masked.Set(SpanAttributes.InputValue, prompt);
        masked.Set(SpanAttributes.InputMimeType, MimeTypes.Text);
        masked.Set($"{LlmAttributes.InputMessages}.0.{MessageAttributes.Role}", "user");
        masked.Set($"{LlmAttributes.InputMessages}.0.{MessageAttributes.Content}", prompt);
        SpanParameters.Write(request, masked, LlmAttributes.InvocationParameters, "prompt", "input_references");
    }

    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        using var document = JsonDocument.Parse(answer);
        var index = 0;
        masked.Set($"{LlmAttributes.OutputMessages}.0.{MessageAttributes.Role}", "assistant");
        foreach (var image in ImagesFacts.Pictures(document.RootElement))
        {
            var prefix = $"{LlmAttributes.OutputMessages}.0.{MessageAttributes.Contents}.{index++}.";
            masked.Set(prefix + MessageContentAttributes.Type, "image");
            masked.Set($"{prefix}{MessageContentAttributes.Image}.{ImageAttributes.Url}", $"data:{PictureType.Of(image)};base64,{image}");
        }

        masked.Set(SpanAttributes.OutputValue, index == 1 ? "1 image" : $"{index} images");
        masked.Set(SpanAttributes.OutputMimeType, MimeTypes.Text);
    }
}
