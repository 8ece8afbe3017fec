using System.Buffers;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Ledger.Pricing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Pipeline;

/// <summary>The part of an answer that is held back until its charge is durable: the usage and end mark, or the whole body.</summary>
public sealed class ClosingEvent
{
    private readonly ClientWriter _client;
    private readonly AnswerStamp _stamp;

    // The open completion of a non-streamed answer; null for a stream.
    private readonly ArrayBufferWriter<byte>? _body;

    private ClosingEvent(ClientWriter client, AnswerStamp stamp, ArrayBufferWriter<byte>? body)
    {
        _client = client;
        _stamp = stamp;
        _body = body;
    }

    public static ClosingEvent OfStream(ClientWriter client, AnswerStamp stamp) => new(client, stamp, null);

    /// <param name="body">From <see cref="ChatPatcher.WriteCompletion"/>, not closed.</param>
    public static ClosingEvent OfBody(ClientWriter client, AnswerStamp stamp, ArrayBufferWriter<byte> body) => new(client, stamp, body);

    /// <summary>Completes the answer.</summary>
    public async ValueTask ReleaseAsync(TokenUsage usage, Charge charge)
    {
        if (_body is { } body)
        {
            UsageWriter.CloseCompletion(body, usage, charge);
            await _client.SendBodyAsync(new ResponseHead { Status = 200, ContentType = "application/json", ContentLength = body.WrittenCount }, body.WrittenMemory);
            return;
        }

        await _client.SendEventAsync(UsageWriter.ClosingChunk(_stamp, usage, charge));
        await _client.SendEndAsync();
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

        await _client.SendEventAsync(InBandError.Chunk(_stamp, error));
        await _client.SendEndAsync();
    }

    /// <summary>The record could not be made durable: the answer stays without its end mark.</summary>
    public async ValueTask WithholdAsync(GatewayError error)
    {
        if (_body is not null)
        {
            var json = ErrorEnvelopeWriter.ToUtf8(error);
            await _client.SendBodyAsync(ResponseHead.Of(error, json.Length), json);
            return;
        }

        await _client.SendEventAsync(InBandError.Chunk(_stamp, error));
    }
}
