using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations.Transcription;

/// <summary>The text, with what the provider says of its parts.</summary>
/// <remarks><code>{"text":"…","task":"transcribe","duration":9.2,"usage":{"seconds":9.2,"input_tokens":83,"output_tokens":30,"total_tokens":113,"cost":0.000508}}</code></remarks>
internal sealed class TranscriptionForm : IAnswerForm
{
    /// <inheritdoc/>
    public ResponseHead? Raw => null;

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output) => throw new JsonException("A transcription is not streamed.");

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        if (!document.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("The answer has no 'text'.");
        }

        MediaAnswer.Open(output, writer => writer.WriteString("text"u8, WireText.Read(text)));
        MediaAnswer.CopyMembers(json, static name => name is "text" or "usage", output);
    }

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge) => MediaAnswer.Close(open, writer =>
    {
        writer.WriteStartObject("usage"u8);
        if (usage.Seconds > 0)
        {
            writer.WriteNumber("seconds"u8, usage.Seconds);
        }

        writer.WriteNumber("input_tokens"u8, usage.Prompt);
        writer.WriteNumber("output_tokens"u8, usage.Completion);
        writer.WriteNumber("total_tokens"u8, usage.Total);
        UsageWriter.WriteCost(writer, charge);
        writer.WriteEndObject();
    });

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge) => throw new InvalidOperationException("A transcription is not streamed.");
}
