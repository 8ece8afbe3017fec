using System.Buffers;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations.Chat;

/// <summary>Chat completions and their chunks.</summary>
internal sealed class ChatAnswerForm(AnswerStamp stamp) : IAnswerForm
{
    private readonly StreamedCalls _calls = new();

    /// <inheritdoc/>
    public ResponseHead? Raw => null;

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output)
    {
        // The upstream's own usage chunk is not passed on: ours follows, with the cost, when the charge stands.
        if (facts is not { Usage: not null, HasChoices: false })
        {
            ChatPatcher.WriteChunk(json, stamp, sawToolCalls, output, _calls);
        }
    }

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output) => ChatPatcher.WriteCompletion(json, stamp, sawToolCalls, output);

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge) => UsageWriter.CloseCompletion(open, usage, charge);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge) => UsageWriter.ClosingChunk(stamp, usage, charge);
}
