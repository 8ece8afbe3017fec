using System.Buffers;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations.Speech;

/// <summary>Sound: the provider's bytes as they come.</summary>
internal sealed class SpeechForm(string format) : IAnswerForm
{
    /// <inheritdoc/>
    public ResponseHead Raw { get; } = new() { Status = 200, ContentType = format == "mp3" ? "audio/mpeg" : "audio/pcm" };

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output) => output.Write(json);

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output) => output.Write(json);

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge)
    {
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge) => default;
}
