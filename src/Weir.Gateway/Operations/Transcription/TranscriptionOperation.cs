using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Metering;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations.Transcription;

/// <summary>Sound to text.</summary>
public sealed class TranscriptionOperation : IOperation
{
    public static TranscriptionOperation Instance { get; } = new();

    /// <inheritdoc/>
    public string ApiType => "stt";

    /// <inheritdoc/>
    public string Path => "audio/transcriptions";

    /// <inheritdoc/>
    public string SpanKind => SpanKinds.Llm;

    /// <inheritdoc/>
    public bool Suits(ModelEntry model) => model.OutputModalities.Contains("transcription");

    /// <inheritdoc/>
    public AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null)
    {
        var facts = MediaFacts.Read(bytes, "text"u8);

        // whisper-1 says how long the sound was beside its usage, and in its usage nothing.
        return facts is { Usage: null, HasOutput: true } && Duration(bytes) is { } seconds
            ? facts with { Usage = new TokenUsage { Prompt = 0, Completion = 0, Seconds = seconds } }
            : facts;
    }

    /// <inheritdoc/>
    public IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate) => new TranscriptionForm();

    /// <inheritdoc/>
    public TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer) => new()
    {
        Prompt = 0,
        Completion = answer.IsEmpty ? 0 : TokenCounter.Count(TextOf(answer), tokenizer),
        Seconds = SoundLength.Seconds(TranscriptionRequest.Sound(request)) ?? 0,
        IsEstimate = true,
    };

    /// <inheritdoc/>
    public void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        masked.Set(SpanAttributes.InputValue, $"{TranscriptionRequest.FormatOf(request)} audio, {TranscriptionRequest.Sound(request).Length} bytes");
        masked.Set(SpanAttributes.InputMimeType, MimeTypes.Text);
        SpanParameters.Write(request, masked, LlmAttributes.InvocationParameters, "input_audio");
    }

    /// <inheritdoc/>
    public void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config)
    {
        var masked = new MaskingSink(sink, config);
        masked.Set(SpanAttributes.OutputValue, TextOf(answer));
        masked.Set(SpanAttributes.OutputMimeType, MimeTypes.Text);
    }

    private static string TextOf(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? WireText.Read(text) : "";
    }

    private static decimal? Duration(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isDuration = WireText.Is(reader, "duration"u8);
            _ = reader.Read();
            if (isDuration && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && seconds >= 0)
            {
                return seconds;
            }

            reader.Skip();
        }

        return null;
    }
}
