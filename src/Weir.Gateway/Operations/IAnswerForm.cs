using System.Buffers;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Operations;

/// <summary>Writes one answer of an operation: the upstream's bytes with the members that are ours replaced. Used by one request.</summary>
public interface IAnswerForm
{
    /// <summary>Head of an answer whose bytes pass as they are, such as audio; null for one in JSON.</summary>
    ResponseHead? Raw { get; }

    /// <summary>One event of a stream, complete.</summary>
    /// <param name="json">The upstream's event.</param>
    /// <param name="facts">What it says.</param>
    /// <param name="sawToolCalls">Whether the answer calls tools.</param>
    /// <param name="output">Takes the event; nothing is written for one that is held back until the charge is durable.</param>
    /// <exception cref="System.Text.Json.JsonException">The event is not what the operation answers.</exception>
    void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output);

    /// <summary>A whole answer, not closed: the usage and the closing brace follow when the charge stands.</summary>
    /// <exception cref="System.Text.Json.JsonException">The answer is not what the operation answers.</exception>
    void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output);

    /// <summary>Closes what <see cref="WriteWhole"/> left open.</summary>
    void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge);

    /// <summary>The last event of a stream, with the usage.</summary>
    ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge);
}
