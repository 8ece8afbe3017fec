using System.Buffers;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Protocols;
using Weir.Ledger.Pricing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>The part of an answer that is held back until its charge is durable: the usage and end mark, or the whole body.</summary>
public sealed class ClosingEvent
{
    private readonly Inbound _inbound;
    private readonly IAnswerTranslator _answer;
    private readonly AnswerStamp _stamp;
    private readonly EventBuffer _events = new();

    // The open completion of a non-streamed answer; null for a stream.
    private readonly ArrayBufferWriter<byte>? _body;

    private ClosingEvent(Inbound inbound, IAnswerTranslator answer, AnswerStamp stamp, ArrayBufferWriter<byte>? body)
    {
        _inbound = inbound;
        _answer = answer;
        _stamp = stamp;
        _body = body;
    }

    public static ClosingEvent OfStream(Inbound inbound, IAnswerTranslator answer, AnswerStamp stamp) => new(inbound, answer, stamp, null);

    /// <param name="body">From <see cref="ChatPatcher.WriteCompletion"/>, not closed.</param>
    public static ClosingEvent OfBody(Inbound inbound, IAnswerTranslator answer, AnswerStamp stamp, ArrayBufferWriter<byte> body) =>
        new(inbound, answer, stamp, body);

    /// <summary>Completes the answer.</summary>
    public async ValueTask ReleaseAsync(TokenUsage usage, Charge charge)
    {
        if (_body is { } body)
        {
            UsageWriter.CloseCompletion(body, usage, charge);
            var whole = _answer.Body(body.WrittenMemory);
            await _inbound.Client.SendBodyAsync(new ResponseHead { Status = 200, ContentType = "application/json", ContentLength = whole.Length }, whole);
            return;
        }

        _answer.WriteClosing(UsageWriter.ClosingChunk(_stamp, usage, charge).Span, _events);
        _answer.WriteEndMark(_events);
        await _inbound.Client.SendEndAsync(_events);
    }

    /// <summary>Ends a stream whose upstream broke off: never a silent cut, never something that looks complete.</summary>
    public async ValueTask BreakAsync(AttemptFailure failure, string providerName)
    {
        var error = GatewayErrors.FromFailure(failure, providerName);
        if (_body is not null)
        {
            await WithholdAsync(error);
            return;
        }

        _answer.WriteError(error, _events);
        _answer.WriteEndMark(_events);
        await _inbound.Client.SendEndAsync(_events);
    }

    /// <summary>The record could not be made durable: the answer stays without its end mark.</summary>
    public async ValueTask WithholdAsync(GatewayError error)
    {
        if (_body is not null)
        {
            var json = _inbound.Protocol.WriteError(error, _inbound.Id);
            await _inbound.Client.SendBodyAsync(ResponseHead.Of(error, json.Length), json);
            return;
        }

        _answer.WriteError(error, _events);
        await _inbound.Client.SendEndAsync(_events);
    }
}
