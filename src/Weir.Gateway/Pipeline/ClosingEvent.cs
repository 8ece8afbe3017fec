using System.Buffers;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Metadata;
using Weir.Gateway.Operations;
using Weir.Gateway.Protocols;
using Weir.Ledger.Pricing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>The part of an answer that is held back until its charge is durable: the usage and end mark, or the whole body.</summary>
public sealed class ClosingEvent
{
    private readonly Inbound _inbound;
    private readonly IAnswerTranslator _answer;
    private readonly IAnswerForm _form;
    private readonly Func<ReadOnlyMemory<byte>>? _metadata;
    private readonly EventBuffer _events = new();

    // The open JSON of a non-streamed answer; null for a stream.
    private readonly ArrayBufferWriter<byte>? _body;

    /// <param name="inbound">The request that is answered.</param>
    /// <param name="answer">Writes it in the client's protocol.</param>
    /// <param name="form">Writes it in the form of its operation.</param>
    /// <param name="body">From <see cref="IAnswerForm.WriteWhole"/>, not closed; null for a stream.</param>
    /// <param name="metadata">Tells how the request was routed; null when nobody asked.</param>
    internal ClosingEvent(Inbound inbound, IAnswerTranslator answer, IAnswerForm form, ArrayBufferWriter<byte>? body, Func<ReadOnlyMemory<byte>>? metadata)
    {
        _inbound = inbound;
        _answer = answer;
        _form = form;
        _body = body;
        _metadata = metadata;
    }

    /// <summary>Completes the answer.</summary>
    public async ValueTask ReleaseAsync(TokenUsage usage, Charge charge)
    {
        if (_form.Raw is { } head)
        {
            // The bytes are out; that the response ends, instead of breaking off, is the closing event.
            await _inbound.Client.SendBytesAsync(head, default);
            return;
        }

        if (_body is { } body)
        {
            _form.CloseWhole(body, usage, charge);
            var whole = _answer.Body(WithMetadata(body.WrittenMemory));
            await _inbound.Client.SendBodyAsync(new ResponseHead { Status = 200, ContentType = "application/json", ContentLength = whole.Length }, whole);
            return;
        }

        _answer.WriteClosing(WithMetadata(_form.ClosingEvent(usage, charge)).Span, _events);
        _answer.WriteEndMark(_events);
        await _inbound.Client.SendEndAsync(_events);
    }

    /// <summary>Ends a stream whose upstream broke off: never a silent cut, never something that looks complete.</summary>
    public async ValueTask BreakAsync(AttemptFailure failure, string providerName)
    {
        var error = WithMetadata(GatewayErrors.FromFailure(failure, providerName));
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
        if (_form.Raw is not null && _inbound.Client.HasStarted)
        {
            // There is no place for words between the bytes of a sound: the client must see a broken response.
            await _inbound.Client.BreakOffAsync();
            return;
        }

        if (_body is not null)
        {
            var json = _inbound.Protocol.WriteError(error, _inbound.Id);
            await _inbound.Client.SendBodyAsync(ResponseHead.Of(error, json.Length), json);
            return;
        }

        _answer.WriteError(error, _events);
        await _inbound.Client.SendEndAsync(_events);
    }

    private ReadOnlyMemory<byte> WithMetadata(ReadOnlyMemory<byte> json) => _metadata is { } metadata ? MetadataMember.Append(json.Span, metadata().Span) : json;

    private GatewayError WithMetadata(GatewayError error) =>
        _metadata is { } metadata && RouterMetadata.IsTold(error) ? error with { RouterMetadata = metadata() } : error;
}
